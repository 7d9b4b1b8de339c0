// A card of the board: one question, with all that ask the same.
import { make } from './send.js';

const outcomes = {
  answered: 'Answered',
  computed: 'Worked out',
  corrected: 'Corrected',
  not_in_article: 'Not in the article',
  declined: 'Declined',
  clarify: 'Asked back',
};

/** The first of a group that is not hidden speaks for all of it. */
export function cardOf(group) {
  const head = group.find(question => !question.hidden) ?? group[0];
  return make('li', { class: 'card', 'data-number': head.number },
    make('h3', {}, head.text),
    make('p', { class: 'who' }, names(group)),
    make('p', { class: 'outcome', 'data-outcome': head.outcome }, outcomes[head.outcome]),
    make('p', { class: 'answer' }, head.answer),
    sources(head));
}

function names(group) {
  const all = [...new Set(group.map(question => question.name))];
  return group.length === 1 ? all[0] : `${group.length} ask this: ${all.join(', ')}`;
}

function sources(question) {
  return question.sources.length === 0 ? null : make('ul', { class: 'sources' }, ...question.sources.map(source =>
    make('li', {}, `[${source.n}] Paragraph ${source.paragraph}: “${source.quote}”`)));
}
