import { byId, create } from './dom.js';
import { renderHtml } from './html.js';
import { renderMarkdown } from './markdown.js';

const icons = { success: '✓', warning: '!', error: '✕', info: 'i', inform: 'i' };
const defaults = { ox_lib: 3000, sonorancad: 10000 };

/** What ox_lib and sonorancad show a player, each as it looks there. */
export class Notifications {
  #list = byId('notifications');

  add({ origin, id, title, text, isHtml, type, duration }) {
    const kind = icons[type] ? type : 'info';
    const element = create('div', `notification ${origin} ${kind}`);
    element.append(create('span', 'icon', icons[kind]));
    const body = create('div', 'body');
    // pNotify, which sonorancad uses unless its owner chooses another, shows no title.
    if (title && !isHtml) {
      body.append(create('strong', 'title', title));
    }

    body.append(create('div', 'text', isHtml ? renderHtml(text ?? '') : renderMarkdown(text ?? '')));
    element.append(body);

    const before = id ? [...this.#list.children].find(one => one.dataset.id === id) : undefined;
    if (before) {
      before.replaceWith(element);
    } else {
      this.#list.append(element);
    }

    if (id) {
      element.dataset.id = id;
    }

    setTimeout(() => element.remove(), duration ?? defaults[origin]);
  }

  clear() {
    this.#list.replaceChildren();
  }
}
