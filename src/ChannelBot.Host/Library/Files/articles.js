// An educator's own article: brought, looked over, corrected, and asked in a session.
import { make, onSubmit, send } from './send.js';

const kinds = ['Person', 'Organisation', 'Place', 'Group', 'Event', 'Other'];
const byId = id => document.getElementById(id);
const most = Number(byId('text').dataset.most);
const tooLong = `That is too long: ${most.toLocaleString('en-GB')} characters are the most.`;
const key = () => byId('key').value;
let article = null;

byId('file').addEventListener('change', async event => {
  const file = event.target.files[0];
  const problem = byId('bring').querySelector('.problem');
  problem.textContent = '';
  if (!file) {
    return;
  }
  if (file.size > 4 * most) {
    problem.textContent = tooLong;
    event.target.value = '';
    return;
  }
  byId('text').value = await file.text();
});

function field(label, name, value) {
  return make('label', {}, label, make('input', { name, value: value ?? '', autocomplete: 'off' }));
}

function tick(name, text) {
  return make('label', { class: 'choice' }, make('input', { type: 'checkbox', name }), text);
}

/** @param ticks What may be said of it besides: that it is none, and of what is doubtful that it is right. */
function item(found, about, fields, ...ticks) {
  const card = make('li', { class: found.doubt ? 'item doubtful' : 'item', 'data-id': found.id },
    found.doubt ? make('p', { class: 'doubt' }, `Please look: ${found.doubt}`) : '',
    make('p', {}, about),
    make('div', { class: 'fields' }, ...fields),
    make('div', { class: 'ticks' }, found.doubt ? tick('right', 'It is right as it stands') : '', ...ticks));
  card.addEventListener('input', () => { card.dataset.changed = 'yes'; });
  return card;
}

function entityItem(found) {
  const kind = make('select', { name: 'kind' }, ...kinds.map(name => make('option', { value: name, selected: name === found.kind }, name)));
  return item(found, `${found.name}, named ${found.mentions === 1 ? 'once' : `${found.mentions} times`}${found.corrected ? '; corrected' : ''}`, [
    field('Name', 'name', found.name), make('label', {}, 'Kind', kind), field('Who or what that is', 'role', found.role), field('Also called (a; b)', 'aliases', found.aliases.join('; ')),
  ], tick('none', 'Take it out: it is no name'));
}

function figureItem(found) {
  return item(found, make('span', {}, make('strong', {}, found.value), ` in “${found.where}”${found.corrected ? ' (corrected)' : ''}`), [
    field('What the figure is', 'name', found.name), field('What it counts', 'noun', found.noun),
  ], tick('none', 'Take it out: it is no figure'));
}

function quoteItem(found, entities) {
  const speaker = make('select', { name: 'speaker' },
    make('option', { value: '', selected: !found.speaker }, 'The article does not say'),
    ...entities.map(entity => make('option', { value: entity.id, selected: entity.id === found.speaker }, entity.name)));
  return item(found, `“${found.text}”${found.corrected ? ' (corrected)' : ''}`, [make('label', {}, 'Who says it', speaker)]);
}

/** Everybody who may speak, by name. */
const byName = entities => [...entities].sort((a, b) => a.name.localeCompare(b.name, 'en'));

function show(review) {
  article = review;
  const doubtful = [...review.entities, ...review.figures, ...review.quotes].filter(found => found.doubt).length;
  byId('bring').hidden = true;
  byId('review').hidden = false;
  byId('found').textContent = `Read: ${review.paragraphs} paragraphs, ${review.sentences} sentences, ${review.entities.length} names, ${review.figures.length} figures, `
    + `${review.quotes.length} quotations. ${doubtful === 0 ? 'Nothing looks doubtful.' : `${doubtful === 1 ? '1 of these looks' : `${doubtful} of these look`} doubtful: marked, and first in ${doubtful === 1 ? 'its list' : 'their lists'}.`}`;
  byId('title').value = review.title;
  byId('entities').replaceChildren(...review.entities.map(entityItem));
  byId('figures').replaceChildren(...review.figures.map(figureItem));
  const speakers = byName(review.entities);
  byId('quotes').replaceChildren(...review.quotes.map(found => quoteItem(found, speakers)));
  byId('taken-out').hidden = review.takenOut.length === 0;
  byId('out').replaceChildren(...review.takenOut.map(words => make('li', {}, make('label', { class: 'choice' }, make('input', { type: 'checkbox', name: 'back', value: words }), `Put back “${words}”`))));
}

const isOut = card => card.querySelector('[name=none]')?.checked ?? false;
const changed = list => [...byId(list).querySelectorAll('[data-changed]')].filter(card => !isOut(card));
const out = list => [...byId(list).children].filter(isOut).map(card => card.dataset.id);
const value = (card, name) => card.querySelector(`[name=${name}]`).value.trim();

onSubmit(byId('bring'), async () => {
  // The host would say so too, but only once it has been sent half of it.
  if (byId('text').value.length > most) {
    throw new Error(tooLong);
  }
  show(await send('articles', { key: key(), text: byId('text').value }));
  byId('found').focus();
});

onSubmit(byId('correct'), async () => {
  byId('saved').textContent = '';
  show(await send(`articles/${article.id}/corrections`, {
    key: key(),
    title: byId('title').value,
    entities: changed('entities').map(card => ({
      id: card.dataset.id, kind: value(card, 'kind'), name: value(card, 'name'), role: value(card, 'role'),
      aliases: value(card, 'aliases').split(';').map(alias => alias.trim()).filter(alias => alias),
    })),
    figures: changed('figures').map(card => ({ id: card.dataset.id, name: value(card, 'name'), noun: value(card, 'noun') })),
    quotes: changed('quotes').map(card => ({ id: card.dataset.id, speaker: value(card, 'speaker') })),
    notNames: out('entities'), notFigures: out('figures'), putBack: [...byId('out').querySelectorAll(':checked')].map(box => box.value),
  }));
  byId('saved').textContent = 'Saved, and read again with it.';
});

onSubmit(byId('start'), async () => {
  const { board, boardLink, code } = await send('sessions', {
    key: key(), article: article.id, title: byId('session').value, release: byId('start').querySelector('[name=release]:checked').value,
  });
  const started = byId('started');
  started.hidden = false;
  started.replaceChildren(
    make('p', {}, 'Learners join with the code ', make('strong', { class: 'code' }, `${code.slice(0, 3)}-${code.slice(3)}`), '.'),
    make('p', {}, make('a', { class: 'main-action', href: board.slice(1) }, 'Open the board')),
    make('p', { class: 'note' }, 'Keep this link: it opens the board in another browser, and whoever has it can see all questions.'),
    make('p', {}, make('code', { class: 'long' }, new URL(boardLink.slice(1), document.baseURI).href)),
  );
  started.querySelector('a').focus();
});

onSubmit(byId('delete'), async () => {
  if (confirm('Delete the article for good?')) {
    await send(`articles/${article.id}/delete`, { key: key() });
    location.reload();
  }
});
