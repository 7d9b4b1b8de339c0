// What the class sees on the wall: the question that was pinned last, large; how to join while none is.
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
    item.answer ? make('p', { class: item.answer.length > longAnswer ? 'answer long' : 'answer' }, item.answer) : '',
    item.chart ? make('img', { src: `charts/${item.number}.svg`, alt: item.chart, class: 'chart' }) : '',
    item.sources.length > 0 ? make('ul', { class: 'sources' }, ...item.sources.map(source =>
      make('li', {}, `[${source.n}] Paragraph ${source.paragraph}: “${source.quote}”`))) : '',
    item.own ? make('p', { class: 'own' }, make('strong', {}, 'Your teacher says: '), item.own) : '',
  ];
}

function show(view) {
  const item = view.pinned.at(-1);
  const others = view.pinned.slice(0, -1).reverse();
  document.getElementById('where').textContent = item && view.state !== 'closed' ? `${view.link ? `${plain(view.link)} · ` : ''}${spelt}` : '';
  const text = JSON.stringify([item, others, view.state, view.link]);
  if (text === last) {
    return;
  }
  last = text;
  shown.replaceChildren(...(item ? pinned(item) : joining(view)),
    others.length > 0 ? make('ul', { class: 'others', 'aria-label': 'Shown before' }, ...others.map(other => make('li', {}, other.text))) : '');
}

new EventSource('projector/events').addEventListener('view', event => show(JSON.parse(event.data)));
