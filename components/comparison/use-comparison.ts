import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { labelShelf } from '@/components/annotate/label-shelf';
import { useReadingSettings } from '@/components/annotate/reading-settings';
import { useCommandKeys } from '@/components/annotate/use-command-keys';
import { useAnnouncer } from '@/components/annotate/use-announcer';
import { useSteady } from '@/components/annotate/use-steady';
import { inQuotes } from '@/components/annotate/deed-words';
import { Blocks } from '@/components/live/span-shelf';
import { blocksOf } from '@/lib/article/blocks';
import { positionIndex } from '@/lib/article/code-points';
import type { MatrixCell } from '@/lib/agreement/comparison/label-matrix';
import type { ComparisonAsk } from './comparison-ask';
import { comparisonSearch, heats } from './comparison-ask';
import type { ComparisonCommand } from './comparison-keys';
import { comparisonCommandOf } from './comparison-keys';
import type { PackedDesk } from '@/lib/agreement/comparison/packed-reading';
import { ReadingShelf } from './reading-shelf';
import { showPlace } from './show-place';
import { listedUnits, unitAt, unitBeside, unitOver } from './unit-filter';
import { unitWords } from './unit-words';
import { useAsk } from './use-ask';
import { useCompared } from './use-compared';

const none = { units: [], matrix: [] };

/** Everything that the comparison page knows and does. */
export function useComparison(desk: PackedDesk, first: ComparisonAsk) {
  const [ask, change] = useAsk(first, comparisonSearch);
  const [settings, setSettings] = useReadingSettings();
  const { said, announce } = useAnnouncer();
  const [overlay, setOverlay] = useState<'help' | 'sheet' | null>(null);
  const isNarrow = useMediaQuery('(max-width: 62.49em)') ?? false;
  const article = useRef<ArticleTextHandle>(null);
  const blocks = useMemo(() => new Blocks(blocksOf(desk.text)), [desk.text]);
  const shelf = useMemo(() => labelShelf(desk.codebook.content.labels), [desk.codebook]);
  const [readingShelf] = useState(() => new ReadingShelf());
  const readings = useMemo(() => readingShelf.take(desk.readings), [readingShelf, desk.readings]);
  const { layers } = ask;
  const shown = useMemo(
    () =>
      readings.filter(({ layerId, kind }) =>
        layers === null ? kind === 'analyst' : layers.includes(layerId),
      ),
    [readings, layers],
  );
  const compared = useCompared(shown);
  const { hide, kind, label, pair, cell, order } = ask;
  const listed = useMemo(
    () => listedUnits(compared ?? none, { hide, kind, label, pair, cell, order }),
    [compared, hide, kind, label, pair, cell, order],
  );
  const chosen = useMemo(
    () => compared?.units.find(({ id }) => id === ask.unit) ?? null,
    [compared, ask.unit],
  );
  const at = listed.units.findIndex(({ id }) => id === chosen?.id);

  useEffect(() => {
    if (compared === null || ask.at === null) return;
    const { toUtf16 } = positionIndex(desk.text, 'code-point');
    const unit = unitOver(compared.units, toUtf16(ask.at.start), toUtf16(ask.at.end));
    change({ unit: unit?.id ?? ask.unit, at: null });
  }, [compared, ask.at, ask.unit, change, desk.text]);

  // What was linked to, or chosen, is shown once it is known; toggling readings does not scroll.
  const unitId = chosen?.id ?? null;
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const places = article.current?.textPlaces();
    if (chosen === null || !places || seen.current === chosen.id) return;
    seen.current = chosen.id;
    showPlace(places, blocks, chosen);
  }, [chosen, blocks]);

  const choose = useSteady((unit: string | null) => {
    seen.current = null;
    change({ unit });
    const found = compared?.units.find(({ id }) => id === unit);
    if (found === undefined) return;
    const place = listed.units.findIndex(({ id }) => id === unit) + 1;
    const words = inQuotes(desk.text.slice(found.start, found.end));
    announce(`${unitWords(found)}: ${words}. ${place} of ${listed.units.length}.`);
    const places = article.current?.textPlaces();
    if (found.id === unitId && places) showPlace(places, blocks, found);
  });
  const inView = () => {
    const block = article.current?.textPlaces()?.inView()?.first ?? 0;
    return blocks.all[block]?.start ?? 0;
  };
  const perform = useSteady((command: ComparisonCommand) => {
    if (command === 'help') setOverlay('help');
    else if (command === 'let-go') choose(null);
    else if (command === 'view') change({ view: ask.view === 'places' ? 'matrix' : 'places' });
    else if (command === 'heat')
      change({ heat: heats[(heats.indexOf(ask.heat) + 1) % heats.length] ?? 'none' });
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
    change({ cell: { row, column }, kind: null, label: null, pair: null, view: 'places' });
    choose(units[0] ?? null);
  });
  const chooseAt = useSteady((position: number) => {
    choose(unitAt(listed.units, position, unitId)?.id ?? null);
  });
  const readingOf = useCallback(
    (layerId: string) => readings.find((reading) => reading.layerId === layerId),
    [readings],
  );
  // Keys paint the article first; the panel follows.
  const panel = {
    text: desk.text,
    shelf,
    readingOf,
    compared,
    listed: useDeferredValue(listed),
    chosen,
    ask,
    onAsk: change,
    onChoose: choose,
    onCell: chooseCell,
  };
  return {
    ask,
    change,
    settings,
    setSettings,
    said,
    overlay,
    setOverlay,
    isNarrow,
    article,
    blocks,
    shelf,
    readings,
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
