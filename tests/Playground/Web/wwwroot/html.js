import { create } from './dom.js';

const token = /<(\/?)([a-z]+)\s*\/?>|&(#\d+|#x[0-9a-f]+|[a-z]+);/gi;
const allowed = new Set(['b', 'strong', 'i', 'em', 'u', 'br', 'p', 'div', 'ul', 'li', 'span']);
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Shows HTML as pNotify does, but for what could do harm: anything but plain formatting is shown as its text. */
export function renderHtml(html) {
  const fragment = document.createDocumentFragment();
  const open = [fragment];
  let from = 0;
  for (const match of html.matchAll(token)) {
    const [whole, slash, tag, entity] = match;
    const parent = open.at(-1);
    const name = tag?.toLowerCase();
    parent.append(html.slice(from, match.index));
    from = match.index + whole.length;
    if (entity) {
      parent.append(decode(entity) ?? whole);
    } else if (!allowed.has(name)) {
      parent.append(whole);
    } else if (!slash) {
      const element = create(name);
      parent.append(element);
      if (name !== 'br') {
        open.push(element);
      }
    } else if (open.length > 1) {
      open.pop();
    }
  }

  open.at(-1).append(html.slice(from));
  return fragment;
}

function decode(entity) {
  const code = entity.startsWith('#x') ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return entity.startsWith('#') ? (code <= 0x10ffff ? String.fromCodePoint(code) : null) : entities[entity];
}
