import { fdatasyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What is used of Emscripten's file systems, which PGlite leaves without a type. */
type Attributes = { mode?: number };
type NodeFiles = {
  node_ops: { setattr(node: unknown, attributes: Attributes): void };
  stream_ops: {
    fsync?: (stream: { nfd: number }) => number;
    setattr(stream: unknown, attributes: Attributes): void;
  };
};

type Init = NodeFS['init'];

/** Emscripten sets a file's mode after making it, past the process's umask. */
function keepPrivate(operations: { setattr(target: unknown, attributes: Attributes): void }): void {
  const { setattr } = operations;
  operations.setattr = (target, attributes) =>
    setattr(
      target,
      attributes.mode === undefined
        ? attributes
        : { ...attributes, mode: attributes.mode & ~0o077 },
    );
}

/**
 * PGlite's files on disk, with an fsync that does what its name says. As they come, PGlite turns
 * fsync off and Emscripten's does nothing: a commit then survives the end of the process, but not
 * a power cut. With this, and `durably`, PostgreSQL's own order holds: a commit is answered after
 * its part of the log is on disk, and a checkpoint ends after the pages are. Its files are their
 * owner's alone.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    type Module = Parameters<(typeof preRun)[number]>[0];
    const mend = (module: Module) => {
      const { NODEFS } = module.FS.filesystems as unknown as { NODEFS: NodeFiles };
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        fdatasyncSync(nfd);
        return 0;
      };
      keepPrivate(NODEFS.node_ops);
      keepPrivate(NODEFS.stream_ops);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, mend] } };
  }
}

/**
 * PGlite's start parameters, with fsync left on, by the one method that reaches the files. Its buffers
 * are small: the system keeps the files in memory anyway, and so they are held once.
 */
export const durably = (parameters: readonly string[]): string[] => [
  ...parameters.filter((one) => one !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=8MB',
];
