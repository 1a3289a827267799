import type { Announcement } from '@/lib/live/live-channel';
import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import type { Annotation } from '@/lib/annotation/annotation';
import { opened, requireLive } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { writeChanges } from '@/lib/annotation/change-store';
import { changeAnnouncements, layerAnnouncements } from '@/lib/annotation/change-announcements';
import type { LayerView } from '@/lib/annotation/layer';
import { findLayer, holdLayer, setLayerState } from '@/lib/annotation/layer-store';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findAttempts } from './calibration-store';
import { recordAttempt } from './record-attempt';

const removalOf = (annotation: Annotation) => {
  const { id, version: expected, ...nextContent } = annotation;
  return { id, expected, kind: 'remove', idempotencyKey: null, nextContent } as const;
};

async function clear(tx: Db, layerId: string, userId: string): Promise<Announcement[]> {
  const annotations = await findAnnotations(tx, layerId);
  if (annotations.length === 0) return [];
  const writing = await writeChanges(tx, layerId, userId, annotations.map(removalOf));
  if (writing === null) throw conflict('Your annotations changed meanwhile. Please try again.');
  const written = annotations.map((annotation) => ({
    kind: 'remove' as const,
    annotation: { ...annotation, ...writing.outcomes.get(annotation.id) },
  }));
  const layer = await findLayer(tx, layerId);
  if (layer === null) throw absent('layer');
  const { articleId, kind, author } = layer;
  const layerRef = { layerId, articleId, kind, authorId: author?.id ?? null };
  return changeAnnouncements(layerRef, writing.before, written);
}

/**
 * The id of the viewer's own layer, where they may start another attempt; to be called before the
 * layer is held, and again while it is.
 */
async function requireAttemptable(on: Db, articleId: string, userId: string): Promise<string> {
  const context = opened(await findArticleContext(on, articleId, userId), 'write own layer');
  requireLive(context);
  const { own, isCalibration } = context;
  if (!isCalibration) throw conflict('This is not a calibration article. Nothing was changed.');
  if (own === null || own.state !== 'submitted')
    throw conflict(
      'Your annotations of this article are not submitted, so you can change them as they are.',
    );
  return own.id;
}

/**
 * Starts another attempt at a calibration article: the person's annotations are removed (their
 * history and the attempt stay), and their layer is open again, so that they annotate it blind.
 * Throws `conflict` where they are not scored on the article or have not submitted it.
 */
export async function startCalibrationAttempt(
  viewer: Viewer,
  articleId: string,
): Promise<LayerView> {
  const { userId } = viewer;
  await recordAttempt(await requireAttemptable(db(), articleId, userId));
  const { layer, announcements } = await transaction(async (tx) => {
    const layerId = await requireAttemptable(tx, articleId, userId);
    await holdLayer(tx, layerId);
    if ((await findAttempts(tx, articleId, userId)).length === 0)
      throw conflict('You are not scored on this article. Nothing was changed.');
    await setLayerState(tx, layerId, 'open');
    const announcements = await clear(tx, layerId, userId);
    const layer = await findLayer(tx, layerId);
    if (layer === null) throw absent('layer');
    return { layer, announcements };
  });
  announce(...layerAnnouncements(layer), ...announcements);
  return layer;
}
