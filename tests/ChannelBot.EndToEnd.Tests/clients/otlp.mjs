// A collector for a test: takes what is sent by OTLP over HTTP, reads it with OpenTelemetry's own definitions, and ends well once it has
// seen the bot's traces, metrics and logs, and nothing of what was said. Usage: node otlp.mjs SECRET_WORD…
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import root from '@opentelemetry/otlp-transformer/build/src/generated/root.js';

const secrets = process.argv.slice(2);
const { trace, metrics, logs } = root.opentelemetry.proto.collector;
const seen = { spans: [], metrics: [], logs: [], services: new Set() };
const plain = any => any.stringValue ?? any.intValue ?? any.doubleValue ?? any.boolValue;
const attributes = list => Object.fromEntries(list.map(({ key, value }) => [key, plain(value)]));
const serviceOf = ({ resource }) => seen.services.add(attributes(resource.attributes)['service.name']);

const read = {
  '/v1/traces': body => {
    for (const resource of trace.v1.ExportTraceServiceRequest.decode(body).resourceSpans) {
      serviceOf(resource);
      seen.spans.push(...resource.scopeSpans.flatMap(({ spans }) => spans).map(span => ({ name: span.name, ...attributes(span.attributes) })));
    }
  },
  '/v1/metrics': body => {
    for (const resource of metrics.v1.ExportMetricsServiceRequest.decode(body).resourceMetrics) {
      serviceOf(resource);
      seen.metrics.push(...resource.scopeMetrics.flatMap(scope => scope.metrics).map(metric => ({
        name: metric.name, unit: metric.unit, points: (metric.sum ?? metric.gauge ?? metric.histogram).dataPoints.map(point => attributes(point.attributes)),
      })));
    }
  },
  '/v1/logs': body => {
    for (const resource of logs.v1.ExportLogsServiceRequest.decode(body).resourceLogs) {
      serviceOf(resource);
      seen.logs.push(...resource.scopeLogs.flatMap(scope => scope.logRecords).map(record => record.body && plain(record.body)));
    }
  },
};

const isTurn = one => one.channel === 'directline' && !['none', 'fault', undefined].includes(one.outcome);
const hasMetric = (name, unit) => seen.metrics.some(metric => metric.name === name && metric.unit === unit && metric.points.length > 0);
const wanted = {
  'a trace of the turn with its outcome': () => seen.spans.some(span => span.name === 'turn' && isTurn(span)),
  'a trace of the request': () => seen.spans.some(span => span['url.path']?.endsWith('/activities')),
  'turns by channel and outcome': () => seen.metrics.some(({ name, points }) => name === 'channelbot.turns' && points.some(isTurn)),
  'the turns’ duration': () => hasMetric('channelbot.turn.duration', 's'),
  'the queue’s length': () => hasMetric('channelbot.queue.length', '{turn}'),
  'the guards’ refusals': () => hasMetric('channelbot.guard.refusals', '{answer}'),
  'the log': () => seen.logs.some(line => line === 'Ready'),
};

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  assert.equal(request.headers['content-type'], 'application/x-protobuf');
  for (const secret of secrets) assert.ok(!body.includes(secret), `${request.url} carries "${secret}"`);
  read[request.url](body);
  response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  if (Object.values(wanted).every(has => has())) {
    assert.deepEqual([...seen.services], ['ChannelBot'], 'the service has a name');
    process.exit(0);
  }
});
server.listen(0, '127.0.0.1', () => console.log(`listening http://127.0.0.1:${server.address().port}`));
setTimeout(() => {
  const missing = Object.keys(wanted).filter(name => !wanted[name]());
  console.error(`Never came: ${missing.join(', ')}. Seen: ${JSON.stringify({ ...seen, metrics: seen.metrics.filter(({ name }) => name.startsWith('channelbot')), services: [...seen.services] }).slice(0, 8000)}`);
  process.exit(1);
}, 60_000);
