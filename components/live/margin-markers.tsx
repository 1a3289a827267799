import { memo, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import classes from './margin-markers.module.css';
import type { People, Person } from './people';
import { PersonFace } from './person-face';
import type { Blocks } from './span-index';

/** How many faces stand beside one paragraph at most. */
const maxFaces = 3;

type Marker = { block: number; top: number; people: Person[] };

function markersOf(
  here: readonly Person[],
  blocks: Blocks,
  topOf: (block: number) => number | null,
): Marker[] {
  const byBlock = new Map<number, Person[]>();
  for (const person of here) {
    if (person.at === null) continue;
    const block = blocks.at(person.at);
    byBlock.set(block, [...(byBlock.get(block) ?? []), person]);
  }
  return [...byBlock].flatMap(([block, people]) => {
    const top = topOf(block);
    return top === null ? [] : [{ block, top: Math.round(top), people }];
  });
}

/** Small faces in the margin beside the paragraphs that colleagues read. */
export const MarginMarkers = memo(function MarginMarkers({
  people,
  blocks,
  article,
}: {
  people: People;
  blocks: Blocks;
  article: RefObject<ArticleTextHandle | null>;
}) {
  const here = useSyncExternalStore(people.subscribe, people.list, people.list);
  const [markers, setMarkers] = useState<Marker[]>([]);
  const update = useCallback(() => {
    const layout = article.current?.textLayout() ?? null;
    setMarkers(layout === null ? [] : markersOf(here, blocks, (block) => layout.topOf(block)));
  }, [here, blocks, article]);

  useEffect(() => {
    update();
    const text = article.current?.textLayout()?.element;
    if (here.length === 0 || text === undefined) return undefined;
    // Paragraphs that come into view may be higher than was thought.
    const observer = new ResizeObserver(update);
    observer.observe(text);
    return () => observer.disconnect();
  }, [update, here, article]);

  return markers.map(({ block, top, people: there }) => (
    <div key={block} aria-hidden className={classes.marker} style={{ top }}>
      {there.slice(0, maxFaces).map(({ userId, name, slot }) => (
        <PersonFace key={userId} name={name} slot={slot} size="var(--marker-face, 1.25rem)" />
      ))}
    </div>
  ));
});
