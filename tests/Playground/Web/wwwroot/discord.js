import { appendTo, byId, create } from './dom.js';
import { renderMarkdown } from './markdown.js';

const author = 'sonorancad-remove911';

/** The Discord channel that the resource posts to. */
export class Discord {
  #messages = byId('discord');

  add({ message }) {
    byId('discord-empty')?.remove();
    const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
    const head = create('header', '', create('strong', '', author), create('span', 'app', 'APP'), create('time', '', `Today at ${time}`));
    const body = create('div', 'content', head);
    if (message.content) {
      body.append(create('p', '', renderMarkdown(message.content)));
    }

    body.append(...(message.embeds ?? []).map(createEmbed));
    const avatar = create('span', 'avatar', '911');
    avatar.setAttribute('aria-hidden', 'true');
    appendTo(this.#messages, create('article', 'message', avatar, body), 100);
  }
}

function createEmbed({ title, description, color, fields, footer, timestamp }) {
  const embed = create('div', 'embed');
  embed.style.borderLeftColor = `#${Number(color ?? 0x4e5058).toString(16).padStart(6, '0')}`;
  if (title) {
    embed.append(create('h3', '', renderMarkdown(title)));
  }

  if (description) {
    embed.append(create('p', '', renderMarkdown(description)));
  }

  for (const field of fields ?? []) {
    embed.append(create('div', 'field', create('strong', '', renderMarkdown(field.name)), create('p', '', renderMarkdown(field.value))));
  }

  const clock = timestamp ? new Date(timestamp).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false }) : '';
  const foot = [footer?.text, clock && `Today at ${clock}`].filter(Boolean).join(' • ');
  if (foot) {
    embed.append(create('footer', '', foot));
  }

  return embed;
}
