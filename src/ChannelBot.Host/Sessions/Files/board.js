// The educator's board: questions as they come, those that ask the same on one card.
import { cardOf } from './cards.js';
import { make } from './send.js';

const code = location.pathname.split('/').pop();
const cards = document.getElementById('cards');
const questions = new Map();
let session = null;
let filter = 'all';

const filters = {
  all: ['All', group => group.some(question => !question.hidden)],
  silent: ['Not in the article', group => group.some(question => !question.hidden && question.outcome === 'not_in_article')],
};
const states = { open: 'Open', paused: 'Paused', closed: 'Ended' };

/** Questions that ask the same, the latest of them first. */
function groups() {
  const byGroup = Map.groupBy([...questions.values()].sort((a, b) => a.number - b.number), question => question.group);
  return [...byGroup.values()].sort((a, b) => b.at(-1).number - a.at(-1).number);
}

function showSession() {
  document.getElementById('state').textContent = states[session.state];
  document.getElementById('people').textContent = `${session.joined} joined, ${session.here} here now`;
  const join = document.getElementById('join');
  join.replaceChildren(
    make('p', { class: 'code' }, `${session.code.slice(0, 3)}-${session.code.slice(3)}`),
    ...session.link
      ? [make('p', {}, make('a', { href: session.link }, session.link.replace(/^https?:\/\//, ''))), make('img', { src: `${code}/qr.svg`, alt: `QR code of ${session.link}`, class: 'qr' })]
      : [make('p', { class: 'note' }, 'Other machines cannot reach this host yet. Whoever runs it sets Host__PublicUrl, or has it listen on more than this machine.')],
  );
}

function showFilters(all) {
  const bar = document.getElementById('filters');
  bar.replaceChildren(...Object.entries(filters).map(([name, [label, fits]]) => make(
    'button', { type: 'button', 'aria-pressed': String(name === filter), onclick: () => { filter = name; showQuestions(); } }, `${label} (${all.filter(fits).length})`)));
}

function showQuestions() {
  const all = groups();
  showFilters(all);
  const shown = all.filter(filters[filter][1]);
  document.getElementById('empty').hidden = shown.length > 0;
  cards.replaceChildren(...shown.map(cardOf));
}

const events = new EventSource(`${code}/events`);
events.addEventListener('board', event => {
  const board = JSON.parse(event.data);
  session = board.session;
  questions.clear();
  board.questions.forEach(question => questions.set(question.number, question));
  showSession();
  showQuestions();
});
events.addEventListener('session', event => {
  session = JSON.parse(event.data);
  showSession();
});
events.addEventListener('question', event => {
  const question = JSON.parse(event.data);
  if (!questions.has(question.number)) {
    document.getElementById('news').textContent = `New question: ${question.text}`;
  }
  questions.set(question.number, question);
  showQuestions();
});
events.addEventListener('error', () => { document.getElementById('state').textContent = 'Connecting…'; });
events.addEventListener('open', () => session && showSession());
