// The quiz of a session on the board: set, counted by question, ended. Nobody's name is in it, unless the educator shows scores.
import { make } from './send.js';

const place = document.getElementById('quiz');
let choices = null;
let shown = null;
let isFolded = false;

function bar(option, attempts) {
  return make('li', { class: option.right && 'right' }, make('meter', { min: 0, max: Math.max(attempts, 1), value: option.chosen, 'aria-label': `${option.text}: chosen ${option.chosen} times` }),
    make('span', {}, option.chosen), make('span', {}, option.text, option.right ? make('small', {}, ' (as the article has it)') : ''));
}

function counted(quiz, act, isOver) {
  return make('details', { open: !isFolded },
    make('summary', {}, `Quiz: ${quiz.learners === 1 ? '1 learner has' : `${quiz.learners} learners have`} answered so far`),
    make('p', { class: 'note' }, `Level ${quiz.level}, number ${quiz.seed}. Learners take it in their chat by typing “quiz”.`),
    isOver ? '' : make('div', { class: 'steps' },
      make('label', { class: 'choice' },
        make('input', { type: 'checkbox', checked: quiz.scores, 'data-do': 'scores', onchange: event => act('quiz', { scores: event.target.checked }) }),
        'Show everybody how each learner answers, by name'),
      make('button', { type: 'button', 'data-do': 'end', onclick: () => act('quiz', { end: true }) }, 'End the quiz')),
    make('ol', { class: 'counts' }, ...quiz.questions.map(question => make('li', {},
      make('p', {}, question.prompt),
      question.passage ? make('p', { class: 'passage' }, question.passage) : '',
      make('p', { class: 'note' }, `${question.attempts} answered, ${question.right} as the article has it${question.passed ? `, ${question.passed} passed` : ''}`),
      question.options.length > 0 ? make('ul', { class: 'options' }, ...question.options.map(option => bar(option, question.attempts))) : ''))));
}

function form(act, code) {
  const only = make('details', {}, make('summary', {}, 'Choose what it asks about'), make('div', { class: 'choices' }));
  only.addEventListener('toggle', async () => {
    choices ??= await (await fetch(`${code}/quiz/choices`)).json();
    only.lastChild.replaceChildren(...choices.map(choice => make('label', { class: 'choice' },
      make('input', { type: 'checkbox', name: 'only', value: choice.id }), ` ${choice.text} (paragraph ${choice.paragraph})`)));
  }, { once: true });
  const set = make('form', { novalidate: true },
    make('p', { class: 'note' }, 'Learners take it in their chat by typing “quiz”. You see how often each answer was given, and no names.'),
    make('div', { class: 'fields' },
      make('label', {}, 'Level', make('select', { name: 'level' }, ...['easy', 'medium', 'hard'].map(level => make('option', { value: level, selected: level === 'medium' }, level)))),
      make('label', {}, 'Number (another gives other questions)', make('input', { name: 'seed', type: 'number', min: 0, max: 9999, value: 1 }))),
    only,
    make('button', { type: 'submit', class: 'main-action' }, 'Set this quiz'));
  set.addEventListener('submit', event => {
    event.preventDefault();
    const values = new FormData(set);
    act('quiz', { level: values.get('level'), seed: Number(values.get('seed')) || 0, only: values.getAll('only') });
  });
  return make('details', {}, make('summary', {}, 'Set the class a quiz'), set);
}

/** Shows the quiz of the session as it is now. */
export function showQuiz(session, act, code) {
  const now = JSON.stringify([session.quiz ?? null, session.state === 'closed']);
  if (now === shown) {
    return;
  }
  const isOpen = place.querySelector('form') && !session.quiz;
  shown = now;
  if (isOpen && session.state !== 'closed') {
    return;
  }
  const isOver = session.state === 'closed';
  const focus = place.contains(document.activeElement) ? document.activeElement.dataset.do : null;
  isFolded = place.querySelector('.counts') ? !place.querySelector('details').open : false;
  place.replaceChildren(session.quiz ? counted(session.quiz, act, isOver) : isOver ? '' : form(act, code));
  if (focus) {
    place.querySelector(`[data-do=${focus}]`)?.focus({ preventScroll: true });
  }
}
