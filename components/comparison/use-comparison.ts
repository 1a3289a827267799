import { blocksOf } from '@/lib/article/segment';
import {
  startTransition,
  useEffect,
  useState,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
} from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { Compared } from '@/components/workbench/comparing';
import { compare } from '@/components/workbench/comparing';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { LayerIndex } from '@/components/workbench/layer-index';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { labelLookup } from '@/components/article-text/labels';
import { useDisplaySettings } from '@/components/workbench/display-menu';
import { useCommandKeys } from '@/components/workbench/use-command-keys';
import { useAnnouncer } from '@/components/workbench/announcer';
import { useSteady, useQueryState } from '@/components/workbench/page-state';
import { inQuotes } from '@/components/ui/format-text';
import { Blocks } from '@/components/live/span-index';
import { positionIndex } from '@/lib/article/code-points';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { comparisonSearch, heats } from '@/components/workbench/comparison-page-query';
import type { PackedWorkspace } from '@/lib/comparison/comparison-workspace';
import { scrollToPassage } from '@/components/workbench/pointed-position';
import { listedUnits, unitAt, unitBeside, unitOver } from '@/components/workbench/unit-filter';
import { formatKinds } from '@/components/workbench/messages';
import type { ComparisonCommand } from './comparison-keys';
import { comparisonCommandOf } from './comparison-keys';

/** Resolves in a new macrotask, after pending events. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));

/**
 * The comparison of the layers; null until the first one is computed, which happens after the article
 * was painted. While layers are switched the last result stays.
 */
function useCompared(layers: readonly TaggedLayer[]): Compared<TaggedLayer> | null {
  const [compared, set] = useState<Compared<TaggedLayer> | null>(null);
  useEffect(() => {
    let isLeft = false;
    const find = async () => {
      // A page in the background gets no animation frames.
      if (document.visibilityState === 'visible') await frame();
      await nextTask();
      const found = isLeft
        ? null
        : await compare(layers, async () => {
            await nextTask();
            if (isLeft) throw new Error('Another comparison has started.');
          }).catch(() => null);
      if (found !== null && !isLeft) startTransition(() => set(found));
    };
    void find();
    return () => {
      isLeft = true;
    };
  }, [layers]);
  return compared;
}

const none = { units: [], matrix: [] };

/** The state of the comparison page and what its controls do. */
export function useComparison(workspace: PackedWorkspace, first: ComparisonPageQuery) {
  const [query, change] = useQueryState(first, comparisonSearch);
  const [settings, setSettings] = useDisplaySettings();
  const { announcement, announce } = useAnnouncer();
  const [overlay, setOverlay] = useState<'help' | 'sheet' | null>(null);
  const isNarrow = useMediaQuery('(max-width: 62.49em)') ?? false;
  const article = useRef<ArticleTextHandle>(null);
  const blocks = useMemo(() => new Blocks(blocksOf(workspace.text)), [workspace.text]);
  const lookup = useMemo(
    () => labelLookup(workspace.codebook.content.labels),
    [workspace.codebook],
  );
  const [layerIndex] = useState(() => new LayerIndex());
  const allLayers = useMemo(
    () => layerIndex.take(workspace.layers),
    [layerIndex, workspace.layers],
  );
  const { layers } = query;
  const shown = useMemo(
    () =>
      allLayers.filter(({ layerId, kind }) =>
        layers === null ? kind === 'analyst' : layers.includes(layerId),
      ),
    [allLayers, layers],
  );
  const compared = useCompared(shown);
  const { hide, kind, label, pair, cell, order } = query;
  const listed = useMemo(
    () => listedUnits(compared ?? none, { hide, kind, label, pair, cell, order }),
    [compared, hide, kind, label, pair, cell, order],
  );
  const chosen = useMemo(
    () => compared?.units.find(({ id }) => id === query.unit) ?? null,
    [compared, query.unit],
  );
  const at = listed.units.findIndex(({ id }) => id === chosen?.id);

  useEffect(() => {
    if (compared === null || query.at === null) return;
    const { toUtf16 } = positionIndex(workspace.text, 'code-point');
    const unit = unitOver(compared.units, toUtf16(query.at.start), toUtf16(query.at.end));
    change({ unit: unit?.id ?? query.unit, at: null });
  }, [compared, query.at, query.unit, change, workspace.text]);

  // A linked or chosen unit is scrolled to once; toggling layers does not scroll.
  const unitId = chosen?.id ?? null;
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const layout = article.current?.textLayout();
    if (chosen === null || !layout || seen.current === chosen.id) return;
    seen.current = chosen.id;
    scrollToPassage(layout, blocks, chosen);
  }, [chosen, blocks]);

  const choose = useSteady((unit: string | null) => {
    seen.current = null;
    change({ unit });
    const found = compared?.units.find(({ id }) => id === unit);
    if (found === undefined) return;
    const index = listed.units.findIndex(({ id }) => id === unit) + 1;
    const quote = inQuotes(workspace.text.slice(found.start, found.end));
    announce(`${formatKinds(found)}: ${quote}. ${index} of ${listed.units.length}.`);
    const layout = article.current?.textLayout();
    if (found.id === unitId && layout) scrollToPassage(layout, blocks, found);
  });
  const inView = () => {
    const block = article.current?.textLayout()?.inView()?.first ?? 0;
    return blocks.all[block]?.start ?? 0;
  };
  const perform = useSteady((command: ComparisonCommand) => {
    if (command === 'help') setOverlay('help');
    else if (command === 'clear') choose(null);
    else if (command === 'view')
      change({ view: query.view === 'passages' ? 'matrix' : 'passages' });
    else if (command === 'heat')
      change({ heat: heats[(heats.indexOf(query.heat) + 1) % heats.length] ?? 'none' });
    else {
      const beside = unitBeside(listed.units, command, unitId, inView);
      if (beside !== null) choose(beside.id);
    }
  });
  useCommandKeys(
    (press, focus) =>
      comparisonCommandOf(press, {
        focus,
        isChosen: unitId !== null,
        singleKeys: settings.singleKeys,
      }),
    perform,
  );

  const chooseCell = useSteady(({ row, column, units }: MatrixCell) => {
    change({ cell: { row, column }, kind: null, label: null, pair: null, view: 'passages' });
    choose(units[0] ?? null);
  });
  const chooseAt = useSteady((position: number) => {
    choose(unitAt(listed.units, position, unitId)?.id ?? null);
  });
  const layerOf = useCallback(
    (layerId: string) => allLayers.find((layer) => layer.layerId === layerId),
    [allLayers],
  );
  // A key press repaints the article first; the panel follows.
  const panel = {
    text: workspace.text,
    lookup,
    layerOf,
    compared,
    listed: useDeferredValue(listed),
    chosen,
    query,
    onQueryChange: change,
    onChoose: choose,
    onCell: chooseCell,
  };
  return {
    query,
    change,
    settings,
    setSettings,
    announcement,
    overlay,
    setOverlay,
    isNarrow,
    article,
    blocks,
    lookup,
    allLayers,
    shown,
    compared,
    listed,
    chosen,
    at,
    perform,
    chooseAt,
    panel,
  };
}
