import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { labelLookup } from '@/components/article-text/labels';
import { useDisplaySettings } from '@/components/workbench/display-menu';
import { useAnnouncer } from '@/components/workbench/announcer';
import { narrow } from '@/components/ui/theme';
import { useSteady, useQueryState } from '@/components/workbench/page-state';
import { formatKinds } from '@/components/workbench/messages';
import { blocksOf } from '@/lib/article/segment';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { inQuotes } from '@/components/ui/format-text';
import { Blocks } from '@/components/live/span-index';
import { useWhereabouts } from '@/components/live/use-whereabouts';
import { ApiProblem } from '@/components/ui/api';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import type { AdjudicationAction } from './adjudication-action';
import {
  sortPassages,
  listedPassages,
  nextOpenPassage,
  passageAt,
  adjacentPassage,
  passageFor,
} from './listed-passages';
import type { Passage } from './passage';
import { countStates, ownPassage } from './passage';
import type { AdjudicationQuery } from './adjudication-query';
import { adjudicationSearch } from './adjudication-query';
import { stateText } from './adjudication-messages';
import { useDeciding } from './use-deciding';
import {
  useAdjudicationWorkspace,
  useStableSelection,
  useScrollToChosen,
} from './use-adjudication-workspace';

/** A decision that the server refused: at which passage, and why. */
type RefusedDecision = { passageId: string | null; problem: ApiProblem };

/**
 * The state and the operations of the adjudication page, but for the mapping of keys and buttons.
 */
export function useAdjudication(page: AdjudicationPageData, first: AdjudicationQuery) {
  const [query, change] = useQueryState(first, adjudicationSearch);
  const [settings, setSettings] = useDisplaySettings();
  const { announcement, announce } = useAnnouncer();
  const [overlay, setOverlay] = useState<'help' | 'sheet' | 'end' | null>(null);
  const [refused, setRefused] = useState<RefusedDecision | null>(null);
  const [own, setOwn] = useState<Passage | null>(null);
  const isNarrow = useMediaQuery(narrow) ?? false;
  const article = useRef<ArticleTextHandle>(null);
  const { text } = page;
  const blocks = useMemo(() => new Blocks(blocksOf(text)), [text]);
  const lookup = useMemo(() => labelLookup(page.codebook.content.labels), [page.codebook]);

  const workspaceState = useAdjudicationWorkspace(page);
  const { workspace, persister, live, passages } = workspaceState;
  const all = useMemo(() => sortPassages(passages, query.order), [passages, query.order]);
  const { show, kind, label, pair } = query;
  const listed = useMemo(
    () => listedPassages(all, { show, kind, label, pair }),
    [all, show, kind, label, pair],
  );
  const counts = useMemo(() => countStates(passages), [passages]);
  const found = useMemo(
    () => passages.find(({ id }) => id === query.unit) ?? null,
    [passages, query.unit],
  );
  const chosen = own ?? found;
  const at = listed.passages.findIndex(({ id }) => id === chosen?.id);

  useStableSelection(found, query.unit, passages, change);

  const here = useMemo(
    () => (chosen === null ? null : { start: chosen.start, end: chosen.end }),
    [chosen],
  );
  useWhereabouts(live, page.revisionId, blocks, article, here);

  const history = useRef<string[]>([]);
  const done = useRef<{ decisionId: string; passageId: string | null }[]>([]);
  const chosenId = chosen?.id ?? null;
  const showAgain = useScrollToChosen(chosen, blocks, article);

  const choose = useSteady((unit: string | null, message: string = '') => {
    if (chosenId !== null && chosenId !== unit && own === null) history.current.push(chosenId);
    setOwn(null);
    showAgain();
    change({
      unit,
      ...(unit !== null && query.view === 'auto-resolve' ? { view: 'passages' as const } : {}),
    });
    const passage = passages.find(({ id }) => id === unit);
    if (passage === undefined) return message !== '' && announce(message);
    const rank = listed.passages.findIndex(({ id }) => id === unit) + 1;
    const where = rank === 0 ? '' : ` ${rank} of ${listed.passages.length}.`;
    const kinds = passage.state === 'elsewhere' ? '' : `${formatKinds(passage)}, `;
    const state = stateText[passage.state].name.toLowerCase();
    return announce(`${message} ${kinds}${state}: ${inQuotes(passage.quote)}.${where}`.trim());
  });

  const deciding = useDeciding({
    workspace,
    persister,
    me: page.author,
    passage: chosen,
    article,
    announce: announce,
    onDecided: (passage, decisionId) => {
      setRefused(null);
      const passageId = passage === null || passage.id === 'own' ? null : passage.id;
      done.current.push({ decisionId, passageId });
      choose(nextOpenPassage(all, listed.passages, passageId)?.id ?? null, 'Decided.');
    },
  });
  const refuse = useSteady((action: AdjudicationAction, problem: unknown) => {
    if (!(problem instanceof ApiProblem)) throw problem;
    done.current = done.current.filter(({ decisionId }) => decisionId !== action.decisionId);
    setRefused({ passageId: action.passageId, problem });
    setOverlay(isNarrow ? 'sheet' : null);
    if (action.do !== 'decide') return;
    if (action.passageId !== null) {
      choose(action.passageId, 'Refused.');
      deciding.restore(action, action.passageId);
    } else if (action.sent.relation === undefined) {
      setOwn(ownPassage(action.sent.write?.flatMap(({ segments }) => segments) ?? [], text));
      deciding.restore(action, 'own');
    }
  });
  useEffect(() => persister.onRefused(refuse), [persister, refuse]);

  const back = () => {
    const before = history.current.pop();
    if (before === undefined) return announce('This is where you began.');
    choose(before);
    history.current.pop();
  };
  const withdraw = (decisionId: string, passageId: string | null) => {
    if (workspace.reason !== null) return announce(workspace.reason);
    persister.do({ do: 'withdraw', decisionId, passageId });
    announce('The decision is revoked; the passage is open again.');
  };
  const undo = () => {
    const newest = done.current.pop();
    if (newest === undefined) return announce('You have decided nothing on this page yet.');
    withdraw(newest.decisionId, newest.passageId);
    if (newest.passageId !== null) choose(newest.passageId, 'Revoked.');
  };
  const writeOwn = () => {
    const selected = article.current?.selection() ?? null;
    if (selected === null) {
      article.current?.focus();
      if (chosen !== null) article.current?.caretTo(chosen.start);
      return announce('Select words first: w and s at the caret, Shift and arrows, or the mouse.');
    }
    const target = passageFor(selected, chosen, passages, text);
    if (target.id === 'own') setOwn(target);
    else if (target.id !== chosenId) choose(target.id);
    const usual =
      target.versions[0]?.holders[0]?.annotations[0]?.label ?? lookup.offered[0]?.key ?? '';
    return deciding.write(target, selected, usual);
  };
  const clearSelection = () => {
    if (deciding.stepBack()) return;
    setRefused(null);
    if (own !== null) setOwn(null);
    else choose(null);
  };
  const go = (to: 'next' | 'previous') => {
    const beside = adjacentPassage(all, listed.passages, to, chosenId);
    if (beside !== null) return choose(beside.id);
    return announce(
      to === 'next' ? 'That was the last passage in the list.' : 'That was the first.',
    );
  };
  const chooseAt = useSteady((position: number) => {
    if (deciding.step === 'edit') return;
    const there = passageAt(passages, position, chosenId);
    if (there !== null) choose(there.id);
  });
  const isFresh =
    workspace.merge === null && counts.open > 0 && counts.open === workspace.units.length;
  const isRules =
    query.view === 'auto-resolve' || (query.view === null && chosen === null && isFresh);
  return {
    ...workspaceState,
    query,
    change,
    settings,
    setSettings,
    announcement,
    announce,
    overlay,
    setOverlay,
    refused,
    dismissRefusal: () => setRefused(null),
    isNarrow,
    article,
    blocks,
    lookup,
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
    clearSelection,
  };
}

/** What the parts of the page share. */
export type AdjudicationState = ReturnType<typeof useAdjudication>;
