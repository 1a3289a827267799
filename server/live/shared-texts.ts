import { enterGuidelines, loadGuidelines, saveGuidelines } from '@/lib/codebook/shared-guidelines';
import type { Connection, Document, Extension, Hocuspocus } from '@hocuspocus/server';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { logOnceAMinute } from '@/lib/access/log';
import { requireSpace } from '@/lib/access/storage-state';
import type { Viewer } from '@/lib/access/viewer';
import { findDraftState } from '@/lib/article/article-draft-store';
import { saveDraft, enterDraft } from '@/lib/article/save-draft';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import type { TextChannel, TextMessage } from '@/lib/live/live-channel';
import { channelOf, isTextChannel } from '@/lib/live/live-channel';
import { snapshotComputation } from '@/lib/live/shared-state';
import { Refusal, passesByItself } from '@/lib/refusal';
import type { Line } from './line';
import { lineFaults } from './line-door';

/** A state of up to this many bytes is processed within milliseconds. */
const maxSmallState = 50_000;

/** How the shared texts of channels are loaded, saved and protected. */
export const textChannels = {
  /**
   * Checks that the viewer may write this text; returns the id of its project.
   *
   * @throws {Refusal} If the viewer may not.
   */
  async enter(viewer: Viewer, channel: TextChannel): Promise<string> {
    if (channel.kind === 'draft') return enterDraft(viewer, channel.draftId);
    await enterGuidelines(viewer, channel.projectId);
    return channel.projectId;
  },
  /** The stored text as a Yjs update; null if nothing is stored. */
  async load(channel: TextChannel): Promise<Uint8Array | null> {
    if (channel.kind === 'guidelines') return loadGuidelines(channel.projectId, guidelinesForm);
    return (await findDraftState(db(), channel.draftId))?.state ?? null;
  },
  /** The snapshot of the stored state, in Base64; null if nothing is stored. */
  async snapshot(channel: TextChannel): Promise<string | null> {
    const state = await this.load(channel);
    if (state === null) return null;
    const isSmall = state.byteLength <= maxSmallState;
    const snapshot = await compute(snapshotComputation, state, { isSmall });
    return snapshot && Buffer.from(snapshot).toString('base64');
  },
  /**
   * Merges a Yjs update into the stored text.
   *
   * @throws {Refusal} If the text can no longer be changed.
   */
  async save(channel: TextChannel, state: Uint8Array): Promise<void> {
    if (channel.kind === 'draft') await saveDraft(channel.draftId, state);
    else await saveGuidelines(channel.projectId, state, guidelinesForm);
  },
};

type Loading = { documentName: string; document: Document; context: { line: Line } };

/** The delay before saving a text is retried, in milliseconds. */
const retryAfter = 2_000;

const textChannelOf = (name: string): TextChannel | null => {
  const channel = channelOf(name);
  return channel !== null && isTextChannel(channel) ? channel : null;
};

/**
 * Loads shared texts from the database and saves changes. After each save the saving function publishes
 * the snapshot in the channel (`saved`), so that pages show “saved” only for what is on disk. What could
 * not be saved stays in memory and is retried.
 */
export class SharedTexts implements Extension {
  private readonly unsaved = new Map<string, Document>();
  private readonly saving = new Map<string, Promise<void>>();
  private hocuspocus: Hocuspocus | null = null;
  /** Whether the process is stopping: what is not saved now is lost. */
  private isLast = false;

  async onConfigure({ instance }: { instance: Hocuspocus }) {
    this.hocuspocus = instance;
  }

  async onLoadDocument({ documentName, document, context }: Loading) {
    const channel = textChannelOf(documentName);
    const state =
      channel &&
      (await textChannels.load(channel).catch((thrown: unknown) => {
        // Hocuspocus would answer “denied”, which pages treat as final.
        if (!(thrown instanceof Refusal)) context.line.end(lineFaults.unsure);
        throw thrown;
      }));
    if (state) applyUpdate(document, state);
  }

  async onChange({ documentName, document }: { documentName: string; document: Document }) {
    if (textChannelOf(documentName) !== null) this.unsaved.set(documentName, document);
  }

  /** Sends a new connection the stored snapshot, which may have been published while it was away. */
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

  /** Prevents that a text is unloaded before it is saved. */
  async beforeUnloadDocument({ documentName }: { documentName: string }) {
    if (this.unsaved.has(documentName)) throw new Error('');
  }

  /** Saves everything unsaved, even into the disk space that is reserved for emergencies. */
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
      // A text without connections was held in memory only until it was saved.
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
        'A shared text could not be saved; it is tried again.',
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
