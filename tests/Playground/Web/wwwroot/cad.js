import { appendTo, byId, create } from './dom.js';

const maxRequests = 100;

/** The CAD: its calls, a form for new ones, and what goes wrong there. */
export class Cad {
  #perform;
  #once = byId('fault-once');
  #meaning = byId('fault-meaning');
  #requests = 0;
  #fault = 'none';

  // A state that was sent before somebody made a choice must not undo it.
  #chosen = null;

  constructor(perform) {
    this.#perform = perform;
    const form = byId('call-form');
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const result = await perform({ kind: 'place', ...Object.fromEntries(new FormData(form)) });
      byId('call-result').textContent = result.reason;
    });
    byId('faults').addEventListener('change', ({ target }) => target.name === 'fault' && this.#fail(target));
  }

  update(state) {
    byId('cad-stand-in').hidden = state.isLive;
    byId('cad-live').hidden = !state.isLive;
    this.#showState(state);
    this.#showFaults(state);
    this.#showCalls('open-calls', state.open, true);
    this.#showCalls('cleared-calls', state.cleared, false);
    byId('open-title').textContent = `Open calls (${state.open.length})`;
    byId('cleared-count').textContent = state.cleared.length;
  }

  addRequest({ text }) {
    this.#requests++;
    byId('request-count').textContent = Math.ceil(this.#requests / 2);
    appendTo(byId('requests'), create('li', text.startsWith('→') ? 'sent' : 'received', text), maxRequests);
  }

  async #fail(choice) {
    if (!this.#once.checked) {
      this.#chosen = choice.value;
      const result = await this.#perform({ kind: 'fail', text: choice.value });
      if (!result.isDone) {
        this.#chosen = null;
        this.#check(this.#fault);
      }
    } else {
      this.#check(this.#fault);
      if (choice.value !== 'none') {
        await this.#perform({ kind: 'failOnce', text: choice.value });
      }
    }
  }

  #showState({ isLive, isWaiting, fault, faultsPending, faults, cad }) {
    const badge = byId('cad-state');
    const failing = faults.find(choice => choice.words === fault);
    const name = isLive ? cad : fault === 'none' ? '' : failing?.name ?? fault;
    const parts = [name, faultsPending > 0 ? 'next request fails' : '', isWaiting ? 'game server busy' : ''].filter(Boolean);
    badge.textContent = parts.join(' · ') || 'Working';
    badge.classList.toggle('bad', !isLive && (fault !== 'none' || faultsPending > 0));
  }

  #showFaults({ faults, fault }) {
    const list = byId('faults');
    if (!list.querySelector('[name=fault]')) {
      for (const choice of faults) {
        const input = create('input');
        Object.assign(input, { type: 'radio', name: 'fault', value: choice.words });
        const label = create('label', '', input, choice.name);
        label.title = choice.meaning;
        byId(choice.isCommon ? 'common-faults' : 'other-faults').append(label);
      }
    }

    this.#fault = fault;
    if (this.#chosen === null || this.#chosen === fault) {
      this.#chosen = null;
      this.#check(fault);
    }

    this.#meaning.textContent = faults.find(choice => choice.words === fault)?.meaning ?? `Set at the console: ${fault}.`;
  }

  #check(fault) {
    for (const input of byId('faults').querySelectorAll('[name=fault]')) {
      input.checked = input.value === fault;
    }
  }

  #showCalls(id, calls, isOpen) {
    const list = byId(id);
    const before = new Map([...list.children].map(item => [item.dataset.id, item]));
    const items = calls.map(call => before.get(String(call.id)) ?? this.#createCall(call, isOpen));
    // Focus stays where it is unless the list has changed.
    if (items.length !== list.children.length || items.some((item, index) => item !== list.children[index])) {
      list.replaceChildren(...(items.length > 0 ? items : [create('li', 'none', isOpen ? 'No open calls.' : 'None yet.')]));
    }
  }

  #createCall({ id, caller, location, description, time }, isOpen) {
    const clock = new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
    const item = create(
      'li', '', create('span', 'id', String(id)),
      create('span', 'what', create('span', 'caller', caller), create('span', 'where', [location, description].filter(Boolean).join(' · '))),
      create('time', '', clock));
    item.dataset.id = String(id);
    if (isOpen) {
      const button = create('button', 'quiet', '✕');
      button.type = 'button';
      button.title = 'Remove it in the CAD, as a dispatcher does';
      button.setAttribute('aria-label', `Remove call ${id} in the CAD, as a dispatcher does`);
      button.addEventListener('click', () => this.#perform({ kind: 'remove', callId: id }));
      item.append(button);
    }

    return item;
  }
}
