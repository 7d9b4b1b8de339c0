// What the class sees on the wall, large: the question that was pinned last, or the scores of a quiz; how to join while there is neither.
import { make } from './send.js';

const code = location.pathname.split('/').at(-2);
const shown = document.getElementById('shown');
const longQuestion = 120;
const longAnswer = 500;
let last = '';

const spelt = `${code.slice(0, 3)}-${code.slice(3)}`;
const plain = link => link.replace(/^https?:\/\//, '').replace(/\/join\/.*$/, '/join');

function joining(view) {
  return view.state === 'closed' ? [make('p', { class: 'big' }, 'This session has ended.')] : [
    make('p', { class: 'big' }, view.link ? plain(view.link) : 'Join with the code'),
    make('p', { class: 'code' }, spelt),
    view.link ? make('img', { src: 'qr.svg', alt: `QR code of ${view.link}`, class: 'qr' }) : '',
  ];
}

function pinned(item) {
  return [
    make('h2', { class: item.text.length > longQuestion && 'long' }, item.text),
    item.hint ? make('p', { class: 'hint' }, item.hint) : '',
    make('div', { class: item.chart ? 'said drawn' : 'said' },
      item.answer ? make('p', { class: item.answer.length > longAnswer || item.chart ? 'answer long' : 'answer' }, item.answer) : '',
      item.chart ? make('img', { src: `charts/${item.number}.svg`, alt: item.chart, class: 'chart', onload: fit }) : ''),
    item.sources.length > 0 ? make('ul', { class: 'sources' }, ...item.sources.map(source =>
      make('li', {}, `[${source.n}] Paragraph ${source.paragraph}: “${source.quote}”`))) : '',
    item.own ? make('p', { class: 'own' }, make('strong', {}, 'Your teacher says: '), item.own) : '',
  ];
}

/** How the class answers, where the educator shows it. */
function scores({ learners, others }) {
  return [
    make('h2', { class: 'long' }, 'The quiz: answered as the article has it'),
    learners.length === 0 ? make('p', {}, 'Nobody has answered yet.')
      : make('ul', { class: 'scores' }, ...learners.map(one => make('li', {}, make('span', {}, one.name), make('span', {}, `${one.right} of ${one.asked}`)))),
    others > 0 ? make('p', { class: 'sources' }, `and ${others} more`) : '',
  ];
}

/** One thing at a time: the scores while the educator shows them, else the question that was pinned last, else how to join. */
function content(view) {
  if (view.scores) {
    return scores(view.scores);
  }
  const others = view.pinned.slice(0, -1).reverse();
  return [...view.pinned.length > 0 ? pinned(view.pinned.at(-1)) : joining(view),
    others.length > 0 ? make('ul', { class: 'others', 'aria-label': 'Shown before' }, ...others.map(other => make('li', {}, other.text))) : ''];
}

/** On a wall nobody scrolls: letters shrink until all of it is there. */
function fit() {
  const isWall = matchMedia('(min-width: 60rem)').matches;
  for (let size = 100; size >= (isWall ? 45 : 100); size -= 5) {
    shown.style.fontSize = `${size}%`;
    if (document.documentElement.scrollHeight <= innerHeight) {
      return;
    }
  }
}

function show(view) {
  const isTaken = view.pinned.length > 0 || view.scores;
  document.getElementById('where').textContent = isTaken && view.state !== 'closed' ? `${view.link ? `${plain(view.link)} · ` : ''}${spelt}` : '';
  const text = JSON.stringify([view.pinned, view.state, view.link, view.scores]);
  if (text === last) {
    return;
  }
  last = text;
  shown.replaceChildren(...content(view).filter(Boolean));
  fit();
}

addEventListener('resize', fit);
new EventSource('projector/events').addEventListener('view', event => show(JSON.parse(event.data)));
