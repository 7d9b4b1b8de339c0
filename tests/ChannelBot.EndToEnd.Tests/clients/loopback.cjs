// Loaded before a program that is to reach nobody but this machine: it listens on 127.0.0.1 only, and calls to anywhere else are refused.
const net = require('node:net');

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (port, ...rest) {
  return Number.isInteger(Number(port)) ? listen.call(this, { port: Number(port), host: '127.0.0.1' }, ...rest.filter(it => typeof it === 'function'))
    : listen.call(this, port, ...rest);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0]; // node's own callers pass what was normalised before
  const host = options?.host ?? (typeof given[1] === 'string' ? given[1] : '127.0.0.1');
  if (['127.0.0.1', 'localhost', '::1'].includes(host) || options?.path) return connect.apply(this, given);
  process.nextTick(() => this.destroy(new Error(`${host} is not this machine`)));
  return this;
};
