// A card of the board: one question, with all that ask the same, and what the educator does with it.
import { make } from './send.js';

const outcomes = {
  answered: 'Answered',
  computed: 'Worked out',
  corrected: 'Corrected',
  not_in_article: 'Not in the article',
  declined: 'Declined',
  clarify: 'Asked back',
};
const steps = { paragraph: 'Give the paragraph', sentence: 'Give the sentence', answer: 'Give the answer' };
const given = { nothing: 'nothing yet', paragraph: 'the paragraph', sentence: 'the sentence' };

/** The first of a group that is not hidden speaks for all of it. */
export function cardOf(group, board) {
  const head = group.find(question => !question.hidden) ?? group[0];
  const own = [...new Set(group.map(question => question.own).filter(Boolean))];
  return make('li', { class: 'card', 'data-number': head.group },
    make('h3', {}, head.text),
    make('p', { class: 'who' }, names(group)),
    make('p', { class: 'marks' },
      make('span', { class: 'mark', 'data-outcome': head.outcome }, outcomes[head.outcome]),
      head.next ? make('span', { class: 'mark' }, `Held back; given: ${given[head.released]}`) : '',
      head.pinned ? make('span', { class: 'mark' }, 'Shown to all') : '',
      head.discuss ? make('span', { class: 'mark' }, 'For discussion') : '',
      head.hidden ? make('span', { class: 'mark' }, 'Hidden') : ''),
    make('p', { class: 'answer' }, head.answer),
    head.working.length > 0 ? make('p', { class: 'who' }, `Working: ${head.working.join('; ')}`) : '',
    sources(head),
    ...own.map(words => make('p', { class: 'own' }, make('strong', {}, 'You said: '), words)),
    board.isOver ? '' : actions(group, head, board),
    otherWords(group, head));
}

function names(group) {
  const all = [...new Set(group.map(question => question.name))];
  return group.length === 1 ? all[0] : `${group.length} ask this: ${all.join(', ')}`;
}

function sources(question) {
  return question.sources.length === 0 ? '' : make('ul', { class: 'sources' }, ...question.sources.map(source =>
    make('li', {}, `[${source.n}] Paragraph ${source.paragraph}: “${source.quote}”`)));
}

function otherWords(group, head) {
  const others = [...new Set(group.map(question => question.text))].filter(text => text !== head.text);
  return others.length === 0 ? '' : make('details', {}, make('summary', {}, `Asked in ${others.length} other ${others.length === 1 ? 'way' : 'ways'}`),
    make('ul', {}, ...others.map(text => make('li', {}, text))));
}

function actions(group, head, { act, writing, redraw }) {
  const numbers = group.map(question => question.number);
  const waiting = group.filter(question => question.next === head.next).map(question => question.number);
  const toggle = (isOn, text, on, off, about) => make('button', {
    type: 'button', 'aria-pressed': String(isOn), 'data-do': on, onclick: () => act('questions', { do: isOn ? off : on, numbers: about }),
  }, text);
  const button = (text, name, onclick) => make('button', { type: 'button', 'data-do': name, onclick }, text);
  return make('div', { class: 'steps' },
    head.next && !head.hidden ? button(steps[head.next], 'release', () => act('questions', { do: 'release', numbers: waiting })) : '',
    head.hidden ? '' : toggle(head.pinned, 'Show to all', 'pin', 'unpin', [head.number]),
    head.hidden ? '' : toggle(head.discuss, 'For discussion', 'discuss', 'settle', [head.number]),
    toggle(head.hidden, 'Hide', 'hide', 'show', numbers),
    head.hidden || writing.has(head.group) ? '' : button('Answer yourself', 'write', () => { writing.set(head.group, ''); redraw(); document.querySelector(`[data-number="${head.group}"] textarea`)?.focus(); }),
    writing.has(head.group) ? ownWords(head, numbers, { act, writing, redraw }) : '');
}

function ownWords(head, numbers, { act, writing, redraw }) {
  const text = make('textarea', { rows: 3, maxlength: 2000, 'data-do': 'words', oninput: event => writing.set(head.group, event.target.value) });
  text.value = writing.get(head.group);
  const done = () => { writing.delete(head.group); redraw(); };
  return make('form', { class: 'words', onsubmit: async event => {
    event.preventDefault();
    if (await act('questions', { do: 'answer', numbers, text: text.value })) {
      done();
    }
  } },
    make('label', {}, 'Your own words, shown as yours', text),
    make('button', { type: 'submit', 'data-do': 'send' }, 'Send to who asked'),
    make('button', { type: 'button', 'data-do': 'cancel', onclick: done }, 'Cancel'));
}
