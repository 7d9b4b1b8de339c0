// What the bot is doing while an answer takes its time: beside Web Chat's dots, which say no more than that it is at work.
// Web Chat 4.18 hides informative updates of a stream; they come by its store.

const room = document.getElementById('room');
const status = document.getElementById('doing');

function show(text) {
  status.textContent = text;
  room.style.setProperty('--doing', JSON.stringify(text));
}

/** A step of Web Chat's store: looks at what comes in, and changes nothing. */
export const watchDoing = () => next => action => {
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
    const { channelData, from, text, type } = action.payload.activity;
    if (type === 'typing' && channelData?.streamType === 'informative') {
      show(text);
    } else if (type === 'message' && from.role !== 'user') {
      show('');
    }
  }
  return next(action);
};
