import { Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import type { RefObject } from 'react';
import { memo, useSyncExternalStore, useCallback, useEffect, useState } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { People, Person } from './people';
import classes from './people-here.module.css';
import { PersonFace } from './person-face';
import type { Blocks } from './span-index';

/** The maximum number of faces before the rest is counted. */
const maxFaces = 5;

/** The person's name and the paragraph that they read. */
function personLabel({ name, at }: Pick<Person, 'name' | 'at'>, blocks: Blocks): string {
  return at === null ? name : `${name}, at paragraph ${blocks.paragraph(blocks.at(at))}`;
}

/** Who else has the article open; choosing a person scrolls to where they read. */
export const PeopleHere = memo(function PeopleHere({
  people,
  blocks,
  onGo,
}: {
  people: People;
  blocks: Blocks;
  onGo: (position: number) => void;
}) {
  const here = useSyncExternalStore(people.subscribe, people.list, people.list);
  if (here.length === 0) return null;
  const faces = here.length > maxFaces + 1 ? here.slice(0, maxFaces) : here;
  const rest = here.slice(faces.length);
  const go = ({ at }: Person) => at !== null && onGo(at);
  return (
    <section aria-label="Here now">
      <ul className={classes.people}>
        {faces.map((person) => {
          const label = personLabel(person, blocks);
          return (
            <li key={person.userId}>
              <Tooltip label={label}>
                <UnstyledButton
                  className={classes.person}
                  aria-label={label}
                  onClick={() => go(person)}
                >
                  <PersonFace name={person.name} slot={person.slot} />
                </UnstyledButton>
              </Tooltip>
            </li>
          );
        })}
        {rest.length > 0 && (
          <li>
            <Popover position="bottom-start" shadow="md" withinPortal={false} trapFocus returnFocus>
              <Popover.Target>
                <UnstyledButton className={classes.more} aria-label={`${rest.length} more`}>
                  +{rest.length}
                </UnstyledButton>
              </Popover.Target>
              <Popover.Dropdown aria-label="Also here">
                {rest.map((person) => (
                  <UnstyledButton
                    key={person.userId}
                    className={classes.row}
                    onClick={() => go(person)}
                  >
                    <PersonFace name={person.name} slot={person.slot} />
                    <Text span size="sm">
                      {personLabel(person, blocks)}
                    </Text>
                  </UnstyledButton>
                ))}
              </Popover.Dropdown>
            </Popover>
          </li>
        )}
      </ul>
    </section>
  );
});

/** The maximum number of faces beside one paragraph. */
const maxFacesBeside = 3;

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

/** Faces in the margin beside the paragraphs that colleagues read. */
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
    // Paragraphs that come into view may be higher than estimated.
    const observer = new ResizeObserver(update);
    observer.observe(text);
    return () => observer.disconnect();
  }, [update, here, article]);

  return markers.map(({ block, top, people: there }) => (
    <div key={block} aria-hidden className={classes.marker} style={{ top }}>
      {there.slice(0, maxFacesBeside).map(({ userId, name, slot }) => (
        <PersonFace key={userId} name={name} slot={slot} size="var(--marker-face, 1.25rem)" />
      ))}
    </div>
  ));
});
