import { create } from './dom.js';

// The inline Markdown that ox_lib and Discord render. A backslash before a punctuation mark makes it an ordinary character.
const inline = /\\([!-\/:-@[-`{-~])|(\*\*|__)(.+?)\2|([*_])(.+?)\4|`([^`]+)`|!?\[([^\]]*)\]\(([^)\s]+)\)|(https?:\/\/[^\s<]+)/s;

/** Turns Markdown into elements. Links are shown, but lead nowhere. */
export function renderMarkdown(text) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  for (let match = inline.exec(rest); match; match = inline.exec(rest)) {
    appendText(fragment, rest.slice(0, match.index));
    const [whole, escaped, , strong, , emphasized, code, label, target, address] = match;
    if (escaped !== undefined) {
      fragment.append(escaped);
    } else if (strong !== undefined) {
      fragment.append(create('strong', '', renderMarkdown(strong)));
    } else if (emphasized !== undefined) {
      fragment.append(create('em', '', renderMarkdown(emphasized)));
    } else if (code !== undefined) {
      fragment.append(create('code', '', code));
    } else {
      fragment.append(create('u', 'link', label || target || address));
    }

    rest = rest.slice(match.index + whole.length);
  }

  appendText(fragment, rest);
  return fragment;
}

function appendText(parent, text) {
  text.split('\n').forEach((line, index) => parent.append(...(index > 0 ? [create('br'), line] : [line])));
}
