const { statSync } = require('node:fs');
const { default: Runtime } = require('jest-runtime');

/** The runtime of this worker, in whose context all of its test files run. */
let runtime = null;

/** What is loaded once per worker: packages and the generated client. Our modules run anew for each file. */
const isShared = (path) => /\/(?:node_modules|prisma\/generated)\//.test(path);

/** Jest's own modules that remember the tests of a file. */
const remembersTests = (path) => path.includes('/jest-circus/');

function removeWhere(registry, matches) {
  for (const path of registry.keys()) if (matches(path)) registry.delete(path);
}

/**
 * Jest's runtime, but one for all test files of a worker (docs/decisions/020): packages are loaded
 * once, and our modules are compiled once and run for each file that needs them. The environment
 * (environment.ts) gives all files the same context, so that shared code sees only objects of its own
 * realm.
 */
class WorkerRuntime extends Runtime {
  constructor(...given) {
    if (runtime !== null) return runtime.forFile(given[6]);
    super(...given);
    this.compiled = new Map();
    const compile = this.executor.compile.bind(this.executor);
    const transform = this.transformCache.transform.bind(this.transformCache);
    this.transformCache.transform = (path, options) => {
      const { mtimeMs } = statSync(path);
      const known = this.compiled.get(path);
      if (known?.mtimeMs === mtimeMs) return known.code;
      const code = transform(path, options);
      this.compiled.set(path, { mtimeMs, code, run: null });
      return code;
    };
    this.executor.compile = (code, path) => {
      const known = this.compiled.get(path);
      if (known === undefined) return compile(code, path);
      known.run ??= compile(code, path);
      return known.run;
    };
    runtime = this;
  }

  forFile(testPath) {
    this._testPath = testPath;
    this.executor.testPath = testPath;
    this.esmLoader.testPath = testPath;
    return this;
  }

  teardown() {
    this.restoreAllMocks();
    removeWhere(this.registries.moduleRegistry, (path) => !isShared(path));
    removeWhere(this.registries.internalModuleRegistry, remembersTests);
    this.testMainModule.reset();
    this.loggedReferenceErrors.clear();
    this.testState.state = 'loading';
  }
}

module.exports = { __esModule: true, default: WorkerRuntime };
