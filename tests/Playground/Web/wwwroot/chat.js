import { appendTo, byId, create, keepHistory } from './dom.js';
import { colorize } from './markers.js';

const fadeAfter = 7000;
const maxLines = 100;

/** The chat of one player at a time; each player has a history. */
export class Chat {
  #window = byId('chat');
  #input = byId('chat-text');
  #suggestions = byId('suggestions');
  #result = byId('chat-result');
  #histories = new Map();
  #player = null;
  #fading = 0;

  /** @param perform Posts an action. */
  constructor(perform) {
    const remember = keepHistory(this.#input);
    byId('chat-form').addEventListener('submit', async event => {
      event.preventDefault();
      const text = this.#input.value.trim();
      if (text && this.#player) {
        this.#input.value = '';
        this.#suggest();
        remember(text);
        this.#result.textContent = '';
        const result = await perform({ kind: 'chat', player: this.#player.id, text });
        this.#result.textContent = result.reason;
      }
    });
    this.#input.addEventListener('input', () => this.#suggest());
    this.#input.addEventListener('keydown', event => {
      // As in the game, where the chat has the keyboard as long as its input is open.
      if (event.key === 'PageUp' || event.key === 'PageDown') {
        this.#window.scrollBy(0, event.key === 'PageUp' ? -100 : 100);
        event.preventDefault();
      } else if (event.key === 'Escape') {
        this.#input.value = '';
        this.#suggest();
        this.#input.blur();
      }
    });
    new ResizeObserver(() => this.#scroll()).observe(this.#window);
    for (const element of [this.#input, this.#window]) {
      element.addEventListener('focus', () => this.#show());
      element.addEventListener('blur', () => this.#show());
    }
  }

  /** Shows the chat of a player. */
  select(player) {
    const isOther = this.#player?.id !== player.id;
    this.#player = player;
    if (isOther) {
      this.#window.replaceChildren(...(this.#histories.get(player.id) ?? []));
      this.#result.textContent = '';
      this.#scroll();
      this.#show();
    }

    this.#suggest();
  }

  add(message) {
    const element = createMessage(message);
    const history = this.#histories.get(message.player) ?? [];
    history.push(element);
    this.#histories.set(message.player, history.slice(-maxLines));
    if (message.player === this.#player?.id) {
      appendTo(this.#window, element, maxLines);
      this.#scroll();
      this.#show();
    }
  }

  // The real chat scrolls to its end with every message, wherever somebody has scrolled to.
  #scroll() {
    this.#window.scrollTop = this.#window.scrollHeight;
  }

  #show() {
    clearTimeout(this.#fading);
    this.#window.classList.remove('faded');
    if (document.activeElement !== this.#input && document.activeElement !== this.#window) {
      this.#fading = setTimeout(() => this.#window.classList.add('faded'), fadeAfter);
    }
  }

  #suggest() {
    const typed = this.#input.value;
    const [name, ...words] = typed.split(' ');
    const offered = typed.startsWith('/') && this.#player
      ? this.#player.suggestions.filter(one => (words.length > 0 ? one.name === name : one.name.startsWith(name)))
      : [];
    const content = offered.slice(0, 5).map(one => createSuggestion(one, words.length - 1));
    if (this.#suggestions.textContent !== content.map(one => one.textContent).join('')) {
      this.#suggestions.replaceChildren(...content);
    }
  }
}

function createMessage({ color, args, isMultiline }) {
  const message = create('p', isMultiline ? 'message multiline' : 'message');
  if (args.length > 1) {
    const title = create('b', '', colorize(args[0]));
    if (color) {
      title.style.color = `rgb(${color.map(Number).join(', ')})`;
    }

    message.append(title, ': ', colorize(args.slice(1).join(' ')));
  } else {
    message.append(colorize(args[0] ?? ''));
  }

  return message;
}

function createSuggestion({ name, help, parameters }, current) {
  const line = create('p', 'usage', name);
  parameters.forEach((parameter, index) => line.append(' ', create('span', index === current ? 'current' : '', `[${parameter.name}]`)));
  const shown = parameters[Math.min(current, parameters.length - 1)]?.help || help;
  return create('div', 'suggestion', line, create('small', '', current >= 0 ? shown : help));
}
