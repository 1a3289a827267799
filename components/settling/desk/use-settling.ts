import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { inQuotes } from '@/components/annotate/deed-words';
import { labelShelf } from '@/components/annotate/label-shelf';
import { useReadingSettings } from '@/components/annotate/reading-settings';
import { useAnnouncer } from '@/components/annotate/use-announcer';
import { narrow } from '@/components/annotate/use-desk';
import { useSteady } from '@/components/annotate/use-steady';
import { unitWords } from '@/components/comparison/unit-words';
import { useAsk } from '@/components/comparison/use-ask';
import { Blocks } from '@/components/live/span-shelf';
import { useWhereabouts } from '@/components/live/use-whereabouts';
import { ApiProblem } from '@/components/ui/api';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import { blocksOf } from '@/lib/article/blocks';
import type { SettlingDeed } from './deed';
import { inOrder, listedPlaces, nextLeft, placeAt, placeBeside, placeFor } from './listed-places';
import type { Place } from './place';
import { countStates, ownPlace } from './place';
import type { SettlingAsk } from './settling-ask';
import { settlingSearch } from './settling-ask';
import { stateWords } from './settling-words';
import { useDeciding } from './use-deciding';
import { useSameStretch, useShown } from './use-shown';
import { useSettlingDesk } from './use-settling-desk';

/** A decision that the server refused: at which place, and why. */
export type RefusedDecision = { placeId: string | null; problem: ApiProblem };

/** Everything that the desk’s page knows and does, but for what keys and buttons are called. */
export function useSettling(page: SettlingPage, first: SettlingAsk) {
  const [ask, change] = useAsk(first, settlingSearch);
  const [settings, setSettings] = useReadingSettings();
  const { said, announce } = useAnnouncer();
  const [overlay, setOverlay] = useState<'help' | 'sheet' | 'end' | null>(null);
  const [refused, setRefused] = useState<RefusedDecision | null>(null);
  const [own, setOwn] = useState<Place | null>(null);
  const isNarrow = useMediaQuery(narrow) ?? false;
  const article = useRef<ArticleTextHandle>(null);
  const { text } = page;
  const blocks = useMemo(() => new Blocks(blocksOf(text)), [text]);
  const shelf = useMemo(() => labelShelf(page.codebook.content.labels), [page.codebook]);

  const kept = useSettlingDesk(page);
  const { desk, keeper, live, places } = kept;
  const all = useMemo(() => inOrder(places, ask.order), [places, ask.order]);
  const { show, kind, label, pair } = ask;
  const listed = useMemo(
    () => listedPlaces(all, { show, kind, label, pair }),
    [all, show, kind, label, pair],
  );
  const counts = useMemo(() => countStates(places), [places]);
  const found = useMemo(() => places.find(({ id }) => id === ask.unit) ?? null, [places, ask.unit]);
  const chosen = own ?? found;
  const at = listed.places.findIndex(({ id }) => id === chosen?.id);

  useSameStretch(found, ask.unit, places, change);

  const here = useMemo(
    () => (chosen === null ? null : { start: chosen.start, end: chosen.end }),
    [chosen],
  );
  useWhereabouts(live, page.revisionId, blocks, article, here);

  const trail = useRef<string[]>([]);
  const done = useRef<{ decisionId: string; placeId: string | null }[]>([]);
  const chosenId = chosen?.id ?? null;
  const showAgain = useShown(chosen, blocks, article);

  const choose = useSteady((unit: string | null, words: string = '') => {
    if (chosenId !== null && chosenId !== unit && own === null) trail.current.push(chosenId);
    setOwn(null);
    showAgain();
    change({ unit, ...(unit !== null && ask.view === 'rules' ? { view: 'places' as const } : {}) });
    const place = places.find(({ id }) => id === unit);
    if (place === undefined) return words !== '' && announce(words);
    const rank = listed.places.findIndex(({ id }) => id === unit) + 1;
    const where = rank === 0 ? '' : ` ${rank} of ${listed.places.length}.`;
    const kinds = place.state === 'elsewhere' ? '' : `${unitWords(place)}, `;
    const state = stateWords[place.state].name.toLowerCase();
    return announce(`${words} ${kinds}${state}: ${inQuotes(place.quote)}.${where}`.trim());
  });

  const deciding = useDeciding({
    desk,
    keeper,
    me: page.author,
    place: chosen,
    article,
    say: announce,
    onDecided: (place, decisionId) => {
      setRefused(null);
      const placeId = place === null || place.id === 'own' ? null : place.id;
      done.current.push({ decisionId, placeId });
      choose(nextLeft(all, listed.places, placeId)?.id ?? null, 'Decided.');
    },
  });
  const refuse = useSteady((deed: SettlingDeed, problem: unknown) => {
    if (!(problem instanceof ApiProblem)) throw problem;
    done.current = done.current.filter(({ decisionId }) => decisionId !== deed.decisionId);
    setRefused({ placeId: deed.placeId, problem });
    setOverlay(isNarrow ? 'sheet' : null);
    if (deed.do !== 'decide') return;
    if (deed.placeId !== null) {
      choose(deed.placeId, 'Refused.');
      deciding.restore(deed, deed.placeId);
    } else if (deed.sent.relation === undefined) {
      setOwn(ownPlace(deed.sent.write?.flatMap(({ segments }) => segments) ?? [], text));
      deciding.restore(deed, 'own');
    }
  });
  useEffect(() => keeper.hearRefused(refuse), [keeper, refuse]);

  const back = () => {
    const before = trail.current.pop();
    if (before === undefined) return announce('This is where you began.');
    choose(before);
    trail.current.pop();
  };
  const withdraw = (decisionId: string, placeId: string | null) => {
    if (desk.reason !== null) return announce(desk.reason);
    keeper.do({ do: 'withdraw', decisionId, placeId });
    announce('The decision is taken back; the place is open again.');
  };
  const undo = () => {
    const newest = done.current.pop();
    if (newest === undefined) return announce('You have decided nothing on this page yet.');
    withdraw(newest.decisionId, newest.placeId);
    if (newest.placeId !== null) choose(newest.placeId, 'Taken back.');
  };
  const writeOwn = () => {
    const selected = article.current?.selection() ?? null;
    if (selected === null) {
      article.current?.focus();
      if (chosen !== null) article.current?.caretTo(chosen.start);
      return announce('Select words first: w and s at the caret, Shift and arrows, or the mouse.');
    }
    const target = placeFor(selected, chosen, places, text);
    if (target.id === 'own') setOwn(target);
    else if (target.id !== chosenId) choose(target.id);
    const usual = target.versions[0]?.holders[0]?.marks[0]?.label ?? shelf.offered[0]?.key ?? '';
    return deciding.write(target, selected, usual);
  };
  const letGo = () => {
    if (deciding.stepBack()) return;
    setRefused(null);
    if (own !== null) setOwn(null);
    else choose(null);
  };
  const go = (to: 'next' | 'previous') => {
    const beside = placeBeside(all, listed.places, to, chosenId);
    if (beside !== null) return choose(beside.id);
    return announce(to === 'next' ? 'That was the last place in the list.' : 'That was the first.');
  };
  const chooseAt = useSteady((position: number) => {
    if (deciding.step === 'edit') return;
    const there = placeAt(places, position, chosenId);
    if (there !== null) choose(there.id);
  });
  const isFresh = desk.merge === null && counts.open > 0 && counts.open === desk.units.length;
  const isRules = ask.view === 'rules' || (ask.view === null && chosen === null && isFresh);
  return {
    ...kept,
    ask,
    change,
    settings,
    setSettings,
    said,
    announce,
    overlay,
    setOverlay,
    refused,
    putAway: () => setRefused(null),
    isNarrow,
    article,
    blocks,
    shelf,
    all,
    listed,
    counts,
    chosen,
    at,
    here,
    deciding,
    isRules,
    choose,
    chooseAt,
    go,
    back,
    undo,
    withdraw,
    writeOwn,
    letGo,
  };
}

/** What the parts of the desk’s page share. */
export type Settling = ReturnType<typeof useSettling>;
