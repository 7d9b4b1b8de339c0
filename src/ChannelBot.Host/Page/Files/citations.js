// Finds out which sentence a citation of Web Chat names: a mark in the text, or an entry of the list below it.

const scheme = 'cite:';
const mark = '.webchat__render-markdown__citation';
const entry = '.webchat__link-definitions__list-item-box';

/** The sentence's id where <c>element</c> is a citation or stands in one; else null. */
export function citedBy(element) {
  const citation = element.closest?.(`${mark}, ${entry}`);
  if (!citation) {
    return null;
  }

  // An entry does not hold the definition itself; the mark with its number does.
  const number = citation.matches(entry) && citation.querySelector('.webchat__link-definitions__badge')?.textContent;
  const named = number
    ? [...(citation.closest('.webchat__text-content')?.querySelectorAll(mark) ?? [])].find(button => button.textContent.trim() === number.trim())
    : citation;
  return named?.value?.startsWith(scheme) ? named.value.slice(scheme.length) : null;
}

/** The citation that <c>element</c> stands in, as something to return to. */
export const citationAt = element => element.closest(`${mark}, ${entry}`);
