-- Asks real questions: each request a new message, in one of many conversations (or in one, with CONVERSATION). Eight questions go
-- round, as in a class; with UNIQUE each is asked with a number of its own, so that none has been answered before.
local questions = {
  "How many people arrived this year?", "Who said so?", "What share of this year's arrivals came since the election?",
  "When did it happen?", "What is this about?", "How many boats were there?", "Is that more than last year?", "What did the police say?",
}
local prefix = os.getenv("PREFIX") or "load"
local conversation = os.getenv("CONVERSATION")
local unique = os.getenv("UNIQUE")
local thread_count = 0
local count = 0

function setup(thread)
  thread:set("thread_id", thread_count)
  thread_count = thread_count + 1
end

function request()
  count = count + 1
  local question = questions[count % #questions + 1]
  if unique then
    question = string.format("%s And if %d more people came?", question, 1000 + count * 2 + thread_id)
  end
  local talk = conversation or string.format("%s-%d-%d", prefix, thread_id, count % 500)
  local body = string.format(
    '{"type":"message","id":"%s-%d-%d","channelId":"emulator","serviceUrl":"http://127.0.0.1:9/","from":{"id":"user-%s","name":"U"},'
      .. '"recipient":{"id":"bot"},"conversation":{"id":"%s"},"text":"%s","deliveryMode":"expectReplies"}',
    prefix, thread_id, count, talk, talk, question)
  return wrk.format("POST", "/api/messages", { ["Content-Type"] = "application/json" }, body)
end
