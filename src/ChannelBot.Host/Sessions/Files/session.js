// A session beside the chat: its name, whether it goes on, and what the teacher shows everybody.
import { make } from './send.js';

const pinned = document.getElementById('pinned');
const promise = document.getElementById('promise');
promise.setAttribute('role', 'status');
const states = { open: '', paused: ' · paused', closed: ' · ended' };

function show(view) {
  promise.textContent = `${view.title} · you are ${view.name}${states[view.state]}`;
  pinned.hidden = view.pinned.length === 0 && !view.quiz;
  const scores = view.scores?.learners ?? [];
  pinned.replaceChildren(make('h3', {}, 'Your teacher shows everybody'), ...view.quiz ? [make('p', {}, 'There is a quiz: type “quiz” in the chat to take it.')] : [], ...view.pinned.flatMap(item => [
    make('p', { class: 'question' }, item.text),
    item.hint ? make('p', {}, item.hint) : null,
    item.answer ? make('p', {}, item.answer) : null,
    item.own ? make('p', {}, make('strong', {}, 'Your teacher says: '), item.own) : null,
  ].filter(Boolean)), ...scores.length > 0 ? [make('details', {}, make('summary', {}, 'How the class answers the quiz'),
    make('ul', {}, ...scores.map(one => make('li', {}, `${one.name}: ${one.right} of ${one.asked} as the article has it`))),
    view.scores.others > 0 ? make('p', {}, `and ${view.scores.others} more`) : '')] : []);
}

const events = new EventSource(`${document.body.dataset.session}/events`);
events.addEventListener('view', event => show(JSON.parse(event.data)));
