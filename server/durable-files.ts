import { fdatasyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What is used of Emscripten's file systems, which PGlite leaves without a type. */
type NodeFiles = { stream_ops: { fsync?: (stream: { nfd: number }) => number } };

type Init = NodeFS['init'];

/**
 * PGlite's files on disk, with an fsync that does what its name says. As they come, PGlite turns
 * fsync off and Emscripten's does nothing: a commit then survives the end of the process, but not
 * a power cut. With this, and `durably`, PostgreSQL's own order holds: a commit is answered after
 * its part of the log is on disk, and a checkpoint ends after the pages are.
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
