import { appendTo, byId, create, keepHistory } from './dom.js';
import { colorizeConsole } from './markers.js';

/** The game server's console. */
export class ServerConsole {
  #lines = byId('console');

  constructor(perform) {
    const input = byId('console-text');
    const remember = keepHistory(input);
    byId('console-form').addEventListener('submit', async event => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) {
        input.value = '';
        remember(text);
        await perform({ kind: 'console', text });
      }
    });
  }

  addLine({ text }) {
    appendTo(this.#lines, create('p', 'line', colorizeConsole(text)));
  }

  addTyped({ text }) {
    appendTo(this.#lines, create('p', 'line typed', `> ${text}`));
  }

  addAnswer({ text, isProblem }) {
    appendTo(this.#lines, create('p', isProblem ? 'line problem' : 'line answer', text));
  }
}
