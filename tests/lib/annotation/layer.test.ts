import { changeBatch, listAnnotations, putAnnotation } from '@/lib/annotation/annotations';
import { openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, it, test } from '@jest/globals';
import { v7 } from 'uuid';
import { annotationInput, batchInput } from '@/lib/annotation/annotation';
import {
  layerChange,
  layerKindOf,
  layerStateOf,
  maxLayerAnnotations,
  requireFewAnnotations,
} from '@/lib/annotation/layer';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { aRow } from '@/tests/builders/annotation-rows';
import { insertRows } from '@/tests/builders/insert-rows';
import { refused } from '@/tests/builders/refused';

describe('layer', () => {
  test('stored words that are not known count as the most guarded', () => {
    expect(layerKindOf('consensus')).toBe('consensus');
    expect(layerKindOf('other')).toBe('analyst');
    expect(layerStateOf('open')).toBe('open');
    expect(layerStateOf('other')).toBe('submitted');
  });

  test('only the state of a layer can be changed', () => {
    expect(layerChange.safeParse({ state: 'submitted' }).success).toBe(true);
    expect(layerChange.safeParse({ state: 'closed' }).success).toBe(false);
    expect(layerChange.safeParse({ state: 'open', kind: 'consensus' }).success).toBe(false);
  });
});

describe('layer limit', () => {
  test('a layer may have so many annotations, and not one more', () => {
    expect(requireFewAnnotations(maxLayerAnnotations)).toBeUndefined();
    expect(() => requireFewAnnotations(maxLayerAnnotations + 1)).toThrow(
      new Refusal(
        'invalid',
        'A layer has at most 20,000 annotations, and this one would have 20,001. Nothing was changed; remove some first.',
      ),
    );
  });

  describe('a layer with one annotation less than it may have', () => {
    const segments = [{ start: 4, end: 10 }];
    const put = (id: string) => ({ id, label: 'loaded_framing', segments });

    async function aFullLayer() {
      const { projectId } = await aProject();
      const { articleId } = await anArticle(projectId, { text: 'The regime said so.' });
      const analyst = await aMember(projectId, 'analyst');
      const { layer } = await openMyLayer(analyst, articleId);
      const ids = Array.from({ length: maxLayerAnnotations - 1 }, () => v7());
      await insertRows({
        Annotation: ids.map((id) => aRow({ id, layerId: layer.id, segments: [[4, 10]] })),
      });
      await db().layer.update({ where: { id: layer.id }, data: { eventCount: ids.length } });
      const change = (sent: object) => changeBatch(analyst, layer.id, batchInput.parse(sent), null);
      return { analyst, layerId: layer.id, ids, change };
    }

    it('takes one more, and then only for another', async () => {
      const { analyst, layerId, ids, change } = await aFullLayer();
      const [first = '', second = ''] = ids;
      const many = await refused(change({ put: [put(v7()), put(v7())] }));
      expect(many).toMatchObject({ reason: 'invalid', faults: [{ path: 'annotations' }] });
      await change({ put: [put(v7()), put(first)] });
      const input = annotationInput.parse({ label: 'loaded_framing', segments });
      const guards = { ifMatch: null, idempotencyKey: null };
      const one = await refused(putAnnotation(analyst, layerId, v7(), input, guards));
      expect(one.message).toMatch(/at most 20,000 annotations, and this one would have 20,001/);
      await change({ put: [put(v7())], delete: [second] });
      await change({ put: [{ ...put(first), note: 'Still mine.' }] });
      const listed = await listAnnotations(analyst, layerId, {
        limit: 1000,
        offsetUnit: 'code-point',
      });
      expect(listed.items).toHaveLength(1000);
      expect(await db().annotation.count({ where: { layerId, removedAt: null } })).toBe(
        maxLayerAnnotations,
      );
    });
  });
});
