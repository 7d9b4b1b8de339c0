// The article beside the chat: shows the sentence that a citation names.

const narrow = matchMedia('(max-width: 59.99rem)');
const back = document.getElementById('return');
let cameFrom = null;

/** Shows the chat or the article, where the screen has room for one only. */
export function show(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll('[data-show]')) {
    button.setAttribute('aria-pressed', String(button.dataset.show === view));
  }
  back.hidden = true;
}

/** Marks a sentence and brings it into sight; nothing happens where the article has no such sentence. */
export function point(sentenceId) {
  const sentence = document.getElementById(sentenceId);
  if (!sentence?.classList.contains('sentence')) {
    return null;
  }

  unmark();
  sentence.classList.add('cited');
  const { top, bottom } = sentence.getBoundingClientRect();
  const frame = sentence.closest('.article').getBoundingClientRect();
  if (top < Math.max(0, frame.top) || bottom > Math.min(innerHeight, frame.bottom)) {
    // At once: while a slow scroll is under way nobody can tell whether the next sentence is in sight.
    sentence.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return sentence;
}

/** Goes to a sentence, as a link does: it is marked, has the focus, and Escape leads back to <c>source</c>. */
export function follow(sentenceId, source) {
  if (narrow.matches) {
    show('article');
  }

  const sentence = point(sentenceId);
  if (sentence) {
    sentence.tabIndex = -1;
    sentence.focus({ preventScroll: true });
    cameFrom = source ?? null;
    back.hidden = !narrow.matches || !cameFrom;
  }
}

export function unmark() {
  document.querySelector('.cited')?.classList.remove('cited');
}

function goBack() {
  show('chat');
  cameFrom?.focus();
  cameFrom = null;
}

for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => show(button.dataset.show));
}

back.addEventListener('click', goBack);
document.querySelector('.article').addEventListener('keydown', event => {
  if (event.key === 'Escape' && cameFrom) {
    goBack();
  }
});

// A link from elsewhere, such as a citation in Teams: /#p6.s1
const follows = () => location.hash && follow(decodeURIComponent(location.hash.slice(1)));
addEventListener('hashchange', follows);
follows();
