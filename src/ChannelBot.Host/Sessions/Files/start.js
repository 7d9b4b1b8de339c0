// Starts a session, or opens the board of one: its link holds code and key behind the #, /sessions#CDF346.KEY
import { make, onSubmit, send } from './send.js';

const form = document.getElementById('form');
const started = document.getElementById('started');

async function openBoard() {
  const [code, key] = location.hash.slice(1).split('.');
  if (!code || !key) {
    return;
  }

  // Out of the address bar at once: it may be on the projector.
  history.replaceState(null, '', location.pathname);
  try {
    await send(`sessions/${encodeURIComponent(code)}/open`, { key });
    location.replace(`sessions/${encodeURIComponent(code)}`);
  } catch (error) {
    form.querySelector('.problem').textContent = error.status === 404 ? 'This link opens no board, or not any more.' : error.message;
  }
}

function show({ board, boardLink, code }) {
  form.hidden = true;
  started.hidden = false;
  started.replaceChildren(
    make('h2', {}, 'It has started'),
    make('p', {}, 'Learners join with the code ', make('strong', { class: 'code' }, `${code.slice(0, 3)}-${code.slice(3)}`), '.'),
    make('p', {}, make('a', { class: 'main-action', href: board.slice(1) }, 'Open the board')),
    make('p', { class: 'note' }, 'Keep this link: it opens the board in another browser, and whoever has it can see all questions.'),
    make('p', {}, make('code', { class: 'long' }, new URL(boardLink.slice(1), document.baseURI).href)),
  );
  started.querySelector('a').focus();
}

onSubmit(form, async () => show(await send('sessions', {
  key: document.getElementById('key').value,
  title: document.getElementById('title').value,
  release: form.querySelector('[name=release]:checked').value,
})));
addEventListener('hashchange', openBoard);
openBoard();
