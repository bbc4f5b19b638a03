// Text from outside becomes text nodes only: nothing here ever parses it as HTML.

export const byId = id => document.getElementById(id);

/** Creates an element with a class and children, which are elements or text. */
export function create(tag, className = '', ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }

  element.append(...children);
  return element;
}

/** Adds an element to a log and drops the oldest ones. The log stays at its end unless somebody has scrolled up. */
export function appendTo(log, element, max = 500) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  log.append(element);
  while (log.children.length > max) {
    log.firstElementChild.remove();
  }

  if (atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}

/** Lets the arrow keys recall what was typed in an input. */
export function keepHistory(input) {
  const lines = [];
  let at = 0;
  input.addEventListener('keydown', event => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') {
      return;
    }

    event.preventDefault();
    at = Math.min(lines.length, Math.max(0, at + (event.key === 'ArrowUp' ? -1 : 1)));
    input.value = lines[at] ?? '';
    input.dispatchEvent(new Event('input'));
  });
  return line => {
    lines.push(line);
    at = lines.length;
  };
}
