import { create } from './dom.js';

// The chat's markers: ^0 to ^9, ^#rrggbb, ^#rgb, ^* ^_ ^~ ^= ^/ ^r, and ~x~ with one letter or word.
const marker = /\^(?:([0-9])|(#[0-9a-f]{6}|#[0-9a-f]{3})|([*_~=\/r]))|~([a-z]+)~/gi;

const styles = { '*': 'bold', '_': 'underline', '~': 'strike', '=': 'underline strike', '/': 'italic' };

const words = {
  r: 'color-1', g: 'color-2', y: 'color-3', b: 'color-4', p: 'color-6', o: 'color-8', c: 'color-9', m: 'color-9', u: 'color-dark',
  s: 'color-0', w: 'color-0', h: 'bold', bold: 'bold', italic: 'italic',
};

/** Turns text with the chat's markers into spans. A color runs on over everything that follows. */
export function colorize(text) {
  const fragment = document.createDocumentFragment();
  let color = '';
  let custom = '';
  let style = new Set();
  let from = 0;
  const flush = to => {
    if (to > from) {
      const span = create('span', [color, ...style].join(' ').trim(), text.slice(from, to));
      span.style.color = custom;
      fragment.append(span);
    }
  };
  for (const match of text.matchAll(marker)) {
    flush(match.index);
    from = match.index + match[0].length;
    const [, digit, hex, letter, word] = match;
    const meaning = word ? words[word.toLowerCase()] ?? '' : '';
    if (digit || meaning.startsWith('color')) {
      [color, custom] = [digit ? `color-${digit}` : meaning, ''];
    } else if (hex) {
      [color, custom] = ['', hex];
    } else if (letter?.toLowerCase() === 'r') {
      style = new Set();
    } else if (letter || meaning) {
      (letter ? styles[letter] : meaning).split(' ').forEach(name => style.add(name));
    }
  }

  flush(text.length);
  return fragment;
}

const consoleColor = /\^([0-9])/g;

/** Turns a line of the server's console into spans: it knows ^0 to ^9 only. */
export function colorizeConsole(text) {
  const fragment = document.createDocumentFragment();
  let color = '';
  let from = 0;
  for (const match of text.matchAll(consoleColor)) {
    fragment.append(create('span', color, text.slice(from, match.index)));
    [color, from] = [`color-${match[1]}`, match.index + 2];
  }

  fragment.append(create('span', color, text.slice(from)));
  return fragment;
}
