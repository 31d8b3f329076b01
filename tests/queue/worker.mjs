// What `wirecopy run` does, as a process of its own that a test can kill: node tests/queue/worker.mjs CONFIG [once]
import { run } from '../../dist/cli/run.js';

const [config, once] = process.argv.slice(2);
process.exitCode = await run({ config, roles: 'fetch,normalize,deliver', once: once === 'once', logLevel: 'warn' });
