import { lineFaults } from './line-door';
import type { Connection, Document, Extension, Hocuspocus } from '@hocuspocus/server';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { logOnceAMinute } from '@/lib/access/log';
import { requireSpace } from '@/lib/access/storage-state';
import type { Viewer } from '@/lib/access/viewer';
import { findDraftState } from '@/lib/article/article-draft-store';
import { enterDraft } from '@/lib/article/enter-draft';
import { saveDraft } from '@/lib/article/save-draft';
import { enterGuidelines } from '@/lib/codebook/enter-guidelines';
import { loadGuidelines } from '@/lib/codebook/load-guidelines';
import { saveGuidelines } from '@/lib/codebook/save-guidelines';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import type { TextChannel } from '@/lib/live/live-channel';
import { isTextChannel, channelOf } from '@/lib/live/live-channel';
import { snapshotComputation } from '@/lib/live/shared-state';
import type { TextMessage } from '@/lib/live/text-message';
import { Refusal, passesByItself } from '@/lib/refusal';
import type { Line } from './line';

/** A state of so many bytes is read in milliseconds. */
const maxSmallState = 50_000;

/** What stands behind the rooms with a shared text. */
export const textChannels = {
  /** Refuses one who may not write this text; answers the id of the project that it belongs to. */
  async enter(viewer: Viewer, channel: TextChannel): Promise<string> {
    if (channel.kind === 'draft') return enterDraft(viewer, channel.draftId);
    await enterGuidelines(viewer, channel.projectId);
    return channel.projectId;
  },
  /** The text as it is kept, a Yjs update; null where nothing is kept yet. */
  async load(channel: TextChannel): Promise<Uint8Array | null> {
    if (channel.kind === 'guidelines') return loadGuidelines(channel.projectId, guidelinesForm);
    return (await findDraftState(db(), channel.draftId))?.state ?? null;
  },
  /** A mark of how much is kept, in Base64; null where nothing is. */
  async snapshot(channel: TextChannel): Promise<string | null> {
    const state = await this.load(channel);
    if (state === null) return null;
    const isSmall = state.byteLength <= maxSmallState;
    const snapshot = await compute(snapshotComputation, state, { isSmall });
    return snapshot && Buffer.from(snapshot).toString('base64');
  },
  /** Merges a Yjs update into what is kept; refuses where nothing may be changed any more. */
  async save(channel: TextChannel, state: Uint8Array): Promise<void> {
    if (channel.kind === 'draft') await saveDraft(channel.draftId, state);
    else await saveGuidelines(channel.projectId, state, guidelinesForm);
  },
};

type Loading = { documentName: string; document: Document; context: { line: Line } };

/** How long after a failure keeping a text is tried again, in milliseconds. */
const retryAfter = 2_000;

const textChannelOf = (name: string): TextChannel | null => {
  const channel = channelOf(name);
  return channel !== null && isTextChannel(channel) ? channel : null;
};

/**
 * Brings shared texts from the database and keeps what people write. When something is kept,
 * the verb that keeps it tells everybody in the room how far (`kept`), so that a page says
 * “saved” only of what is on disk. What could not be kept stays in memory and is tried again.
 */
export class SharedTexts implements Extension {
  private readonly unsaved = new Map<string, Document>();
  private readonly saving = new Map<string, Promise<void>>();
  private hocuspocus: Hocuspocus | null = null;
  /** Whether the process stops: what is not kept now is lost. */
  private isLast = false;

  async onConfigure({ instance }: { instance: Hocuspocus }) {
    this.hocuspocus = instance;
  }

  async onLoadDocument({ documentName, document, context }: Loading) {
    const channel = textChannelOf(documentName);
    const state =
      channel &&
      (await textChannels.load(channel).catch((thrown: unknown) => {
        // Hocuspocus would say “denied”, which pages take for an answer.
        if (!(thrown instanceof Refusal)) context.line.end(lineFaults.unsure);
        throw thrown;
      }));
    if (state) applyUpdate(document, state);
  }

  async onChange({ documentName, document }: { documentName: string; document: Document }) {
    if (textChannelOf(documentName) !== null) this.unsaved.set(documentName, document);
  }

  /** One who comes, or comes again, is told how much is on disk: it may have been told while they were away. */
  async connected({ documentName, connection }: { documentName: string; connection: Connection }) {
    const channel = textChannelOf(documentName);
    const snapshot = channel && (await textChannels.snapshot(channel));
    if (snapshot) connection.sendStateless(JSON.stringify({ kind: 'saved', snapshot }));
  }

  async onStoreDocument({ documentName, document }: { documentName: string; document: Document }) {
    if (textChannelOf(documentName) === null) return;
    const before = this.saving.get(documentName) ?? Promise.resolve();
    const saving = before.then(() => this.save(documentName, document));
    this.saving.set(documentName, saving);
    await saving;
  }

  /** A text that is not on disk yet is not forgotten. */
  async beforeUnloadDocument({ documentName }: { documentName: string }) {
    if (this.unsaved.has(documentName)) throw new Error('');
  }

  /** Keeps everything that is not kept yet, also in the room on the disk that is left for emergencies. */
  async saveAll(): Promise<void> {
    this.isLast = true;
    for (const [name, document] of this.unsaved) await this.save(name, document);
  }

  private async save(name: string, document: Document): Promise<void> {
    const channel = textChannelOf(name);
    if (channel === null || !this.unsaved.has(name)) return;
    this.unsaved.delete(name);
    const state = encodeStateAsUpdate(document);
    try {
      if (!this.isLast) requireSpace();
      await textChannels.save(channel, state);
      // One that everybody left while it could not be kept was held in memory only for this.
      if (document.getConnectionsCount() === 0) void this.hocuspocus?.unloadDocument(document);
    } catch (thrown) {
      const isFinal = thrown instanceof Refusal && !passesByItself(thrown);
      if (isFinal) {
        this.broadcast(document, { kind: 'refused', why: thrown.message });
        return;
      }
      logOnceAMinute(
        'error',
        'shared text',
        'A shared text could not be kept; it is tried again.',
        {
          error: thrown,
        },
      );
      this.unsaved.set(name, document);
      setTimeout(() => void this.save(name, document), retryAfter).unref();
    }
  }

  private broadcast(document: Document, message: TextMessage): void {
    for (const connection of document.getConnections())
      connection.sendStateless(JSON.stringify(message));
  }
}
