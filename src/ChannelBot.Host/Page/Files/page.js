// The chat: Microsoft's Web Chat on this host's own Direct Line, its citations tied to the article.
import { follow, point, unmark } from './article.js';
import { citationAt, citedBy } from './citations.js';
import { watchDoing } from './doing.js';
import { hostConfig, styleOptions } from './look.js';

const room = document.getElementById('room');
const connection = document.getElementById('connection');
const { chat, nonce, root, session } = document.body.dataset;
const retryMs = 5000;
let directLine = null;
const states = {
  0: ['connecting', 'Connecting…'],
  1: ['connecting', 'Connecting…'],
  2: ['online', 'Connected'],
  3: ['offline', 'Connection lost'],
  4: ['offline', 'Cannot connect'],
  5: ['offline', 'Conversation ended'],
};

function tell(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

/** A token for this browser's conversation, or for a new one: the host's cookie, which no script can read, says which. */
async function conversation(startAgain) {
  const response = await fetch(`${chat}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ startAgain }),
  });
  if (!response.ok) {
    throw new Error(`The host answered ${response.status}.`);
  }
  return response.json();
}

async function start(startAgain) {
  tell(...states[1]);
  try {
    const { token } = await conversation(startAgain);
    directLine?.end();
    directLine = window.WebChat.createDirectLine({ domain: new URL(`${root}v3/directline`, document.baseURI).href, token });
    directLine.connectionStatus$.subscribe(status => tell(...states[status]));

    // A new place each time: Web Chat keeps what was said in the one before.
    const place = document.createElement('div');
    room.replaceChildren(place);
    window.WebChat.renderWebChat({
      adaptiveCardsHostConfig: hostConfig,
      directLine,
      locale: 'en-US',
      nonce,
      store: window.WebChat.createStore({}, watchDoing),
      styleOptions,
    }, place);
  } catch {
    tell('offline', 'Cannot connect');
    setTimeout(() => start(startAgain), retryMs);
  }
}

document.getElementById('again').addEventListener('click', () => {
  unmark();
  start(true);
});
addEventListener('offline', () => tell('offline', 'No network'));
addEventListener('online', () => location.reload());

// Before Web Chat sees the click: it would open a dialog, and the article is beside it.
room.addEventListener('click', event => {
  const sentence = citedBy(event.target);
  if (sentence) {
    event.preventDefault();
    event.stopImmediatePropagation();
    follow(sentence, citationAt(event.target));
  }
}, { capture: true });

for (const happening of ['pointerover', 'focusin']) {
  room.addEventListener(happening, event => {
    const sentence = event.pointerType === 'touch' ? null : citedBy(event.target);
    if (sentence) {
      point(sentence);
    }
  });
}

start(false);
if (session) {
  import('./session.js');
}
