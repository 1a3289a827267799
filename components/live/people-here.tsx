import { Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { memo, useSyncExternalStore } from 'react';
import type { People, Person } from './people';
import classes from './people-here.module.css';
import { PersonFace } from './person-face';
import type { Blocks } from './span-index';

/** How many faces are shown before the rest is counted. */
const maxFaces = 5;

/** Who it is, and where they read. */
export function personLabel({ name, at }: Pick<Person, 'name' | 'at'>, blocks: Blocks): string {
  return at === null ? name : `${name}, reading paragraph ${blocks.paragraph(blocks.at(at))}`;
}

/** Who else is at the article now; choosing one scrolls to where they read. */
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
