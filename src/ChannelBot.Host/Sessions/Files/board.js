// The educator's board: questions as they come, those that ask the same on one card.
import { cardOf } from './cards.js';
import { showQuiz } from './quiz.js';
import { make, send } from './send.js';

const code = location.pathname.split('/').pop();
const cards = document.getElementById('cards');
const problem = document.getElementById('problem');
const questions = new Map();
const writing = new Map();
let session = null;
let filter = 'all';

const seen = question => !question.hidden;
const filters = {
  all: ['All', group => group.some(seen)],
  silent: ['Not in the article', group => group.some(question => seen(question) && question.outcome === 'not_in_article')],
  waiting: ['Held back', group => group.some(question => seen(question) && question.next)],
  discuss: ['For discussion', group => group.some(question => seen(question) && question.discuss)],
  pinned: ['Shown to all', group => group.some(question => seen(question) && question.pinned)],
  hidden: ['Hidden', group => group.some(question => question.hidden)],
};
const states = { open: 'Open', paused: 'Paused', closed: 'Ended' };

/** Tells the host what to do; what comes of it comes back as an event. */
async function act(what, body) {
  problem.textContent = '';
  try {
    await send(`${code}/${what}`, body);
    return true;
  } catch (error) {
    problem.textContent = error.message;
    return false;
  }
}

/** Questions that ask the same, the latest of them first. */
function groups() {
  const byGroup = Map.groupBy([...questions.values()].sort((a, b) => a.number - b.number), question => question.group);
  return [...byGroup.values()].sort((a, b) => b.at(-1).number - a.at(-1).number);
}

function button(text, action, attributes = {}) {
  return make('button', { type: 'button', onclick: action, ...attributes }, text);
}

function showSession() {
  document.getElementById('state').textContent = states[session.state];
  document.getElementById('people').textContent = `${session.joined} joined, ${session.here} here now`;
  document.getElementById('join').replaceChildren(
    make('p', { class: 'code' }, `${session.code.slice(0, 3)}-${session.code.slice(3)}`),
    ...session.link
      ? [make('p', {}, make('a', { href: session.link }, session.link.replace(/^https?:\/\//, ''))), make('img', { src: `${code}/qr.svg`, alt: `QR code of ${session.link}`, class: 'qr' })]
      : [make('p', { class: 'note' }, 'Other machines cannot reach this host yet. Whoever runs it sets Host__PublicUrl, or has it listen on more than this machine.')],
  );
  document.getElementById('phrase').textContent = session.phrase;
  document.getElementById('chats').textContent = session.chats === 0 ? 'It runs in no such chat yet.' : `It runs in ${session.chats === 1 ? 'one chat' : `${session.chats} chats`}.`;
  showQuiz(session, act, code);
  const isOver = session.state === 'closed';
  keepFocus(document.getElementById('session-actions'), isOver ? [make('p', { class: 'note' }, 'Nothing changes any more. The exports stay until the session is deleted.')] : [
    session.state === 'open'
      ? button('Pause', () => act('state', { do: 'pause' }), { 'data-do': 'pause' })
      : button('Go on', () => act('state', { do: 'resume' }), { 'data-do': 'pause' }),
    session.release === 'hints' ? button('Next step for all', releaseAll, { 'data-do': 'releaseAll' }) : '',
    button('Close the session', () => confirm('Close the session for good? Nobody can ask in it any more.') && act('state', { do: 'close' }), { 'data-do': 'close' }),
  ]);
  for (const choice of document.querySelectorAll('[name=release]')) {
    choice.checked = choice.value === session.release;
    choice.disabled = isOver;
  }
}

function releaseAll() {
  const numbers = [...questions.values()].filter(question => seen(question) && question.next).map(question => question.number);
  if (numbers.length > 0) {
    act('questions', { do: 'release', numbers });
  }
}

function showLinks() {
  const links = [
    ['projector', 'Projector view', '_blank'], ['export.html', 'To print', '_blank'], ['export.md', 'Markdown'], ['export.csv', 'Table of questions (CSV), with names'],
    ['export.transcript', 'Transcript for testers'],
  ];
  document.getElementById('links').replaceChildren(...links.map(([path, text, target]) => make('li', {}, make('a', { href: `${code}/${path}`, target }, text))));
}

function showFilters(all) {
  keepFocus(document.getElementById('filters'), Object.entries(filters).map(([name, [label, fits]]) => button(
    `${label} (${all.filter(fits).length})`, () => { filter = name; showQuestions(); }, { 'aria-pressed': String(name === filter), 'data-do': name })));
}

function showQuestions() {
  const all = groups();
  showFilters(all);
  const shown = all.filter(filters[filter][1]);
  const empty = document.getElementById('empty');
  empty.hidden = shown.length > 0;
  empty.textContent = all.length > 0 ? 'There is none of these.' : 'Nothing was asked yet.';
  keepFocus(cards, shown.map(group => cardOf(group, { act, writing, redraw: showQuestions, isOver: session.state === 'closed' })));
}

/** Puts new children in place, and the focus back where it was. */
function keepFocus(place, children) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const card = active?.closest('.card')?.dataset.number;
  const selection = active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : null;
  place.replaceChildren(...children);
  if (active) {
    const again = place.querySelector(`${card ? `.card[data-number="${card}"] ` : ''}[data-do="${active.dataset.do}"]`) ?? place.querySelector('button');
    again?.focus({ preventScroll: true });
    if (selection && again instanceof HTMLTextAreaElement) {
      again.setSelectionRange(...selection);
    }
  }
}

for (const choice of document.querySelectorAll('[name=release]')) {
  choice.addEventListener('change', () => act('state', { do: choice.value }));
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
  showQuestions();
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
showLinks();
