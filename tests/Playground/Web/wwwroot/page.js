import { Cad } from './cad.js';
import { Chat } from './chat.js';
import { ServerConsole } from './console.js';
import { Discord } from './discord.js';
import { byId, create } from './dom.js';
import { Notifications } from './notifications.js';

const chat = new Chat(perform);
const notifications = new Notifications();
const cad = new Cad(perform);
const serverConsole = new ServerConsole(perform);
const discord = new Discord();

let selected = 2;
let run = null;
let cadName = '';

/** Does something on the server, and asks first if that clears calls in the real CAD. */
async function perform(action) {
  const result = await post(action);
  if (!result.asksFirst) {
    return result;
  }

  if (!await confirmed()) {
    return { isDone: false, reason: 'You did not confirm, so nothing was cleared.' };
  }

  await post({ kind: 'confirm' });
  return post(action);
}

async function post(action) {
  try {
    const response = await fetch('/actions', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(action),
    });
    return response.ok ? await response.json() : { isDone: false, reason: 'The Playground did not understand that.' };
  } catch {
    return { isDone: false, reason: 'The Playground has ended. Start it again.' };
  }
}

function confirmed() {
  const dialog = byId('confirm');
  byId('confirm-text').textContent = `The call is removed from ${cadName}, where dispatchers work with it. You are asked only once.`;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

function showPlayers(players) {
  const list = byId('players');
  for (const player of players) {
    let label = list.querySelector(`[data-id="${player.id}"]`);
    if (!label) {
      const input = create('input');
      Object.assign(input, { type: 'radio', name: 'player', value: player.id, checked: player.id === selected });
      input.addEventListener('change', () => select(player.id));
      label = create('label', '', input, create('span'));
      label.dataset.id = player.id;
      list.append(label);
    }

    label.lastElementChild.textContent = `${player.name} (${player.mayClear ? 'may clear calls' : 'no permission'})`;
  }
}

let players = [];

function select(id) {
  selected = id;
  notifications.clear();
  chat.select(players.find(player => player.id === id));
}

function showState(state) {
  players = state.players;
  cadName = state.cad ?? '';
  showPlayers(players);
  const player = players.find(one => one.id === selected) ?? players[0];
  chat.select(player);
  for (const input of byId('resources').querySelectorAll('input')) {
    const isOn = state.resources[input.value];
    if (switched.get(input.value) === isOn) {
      switched.delete(input.value);
    }

    input.checked = switched.get(input.value) ?? isOn;
  }

  cad.update(state);
  const live = byId('live');
  live.hidden = !state.isLive;
  live.textContent = state.isLive ? `LIVE: this is the real CAD at ${cadName}. A call that you clear here is gone there.` : '';
}

// A state that was sent before somebody set a switch must not set it back.
const switched = new Map();
byId('resources').addEventListener('change', async ({ target }) => {
  const isOn = target.checked;
  switched.set(target.value, isOn);
  const result = await perform({ kind: 'resource', text: target.value, isOn });
  byId('chat-result').textContent = result.reason;
  if (!result.isDone) {
    switched.delete(target.value);
    target.checked = !isOn;
  }
});

const events = new EventSource('/events');
const on = (name, show) => events.addEventListener(name, event => show(JSON.parse(event.data)));
on('state', showState);
on('chat', message => chat.add(message));
on('notification', shown => shown.player === selected && notifications.add(shown));
on('console', line => serverConsole.addLine(line));
on('typed', line => serverConsole.addTyped(line));
on('answer', answer => serverConsole.addAnswer(answer));
on('discord', message => discord.add(message));
on('request', request => cad.addRequest(request));
on('caught-up', state => {
  if (run && run !== state.run) {
    // The Playground has been restarted, and everything on this page is of the last run.
    location.reload();
  }

  run = state.run;
  byId('connection').textContent = 'Connected';
  document.body.dataset.ready = 'true';
});
events.addEventListener('error', () => {
  byId('connection').textContent = 'The Playground has ended, or its page is reloading …';
});
