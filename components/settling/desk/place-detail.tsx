import { Alert, CloseButton, Group, Text, Title } from '@mantine/core';
import { useMemo, useSyncExternalStore } from 'react';
import { Readers } from '@/components/comparison/stand-view';
import { kindWords, unitWords } from '@/components/comparison/unit-words';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import { isMade, isTaken } from './choice';
import { DecisionNote } from './decision-note';
import { DeedRow } from './deed-row';
import { DraftEditor } from './draft-editor';
import type { Place } from './place';
import { outcomeAt } from './place';
import type { PlaceParts } from './place-row';
import { ReasonStep } from './reason-step';
import { RefusedNote } from './refused-note';
import { RelationList } from './relation-list';
import type { SettlingCommand } from './settling-keys';
import { stateWords, tooWords } from './settling-words';
import type { Settling } from './use-settling';
import { VersionView } from './version-view';
import classes from './place-detail.module.css';

/** The chosen place: how readings part, each version with its number, what was decided, and what is being decided. */
export function PlaceDetail({
  place,
  page,
  state,
  parts,
  onCommand,
}: {
  place: Place;
  page: SettlingPage;
  state: Settling;
  parts: PlaceParts;
  onCommand: (command: SettlingCommand) => void;
}) {
  const { desk, places, deciding, shelf, people, refused } = state;
  const { text } = page;
  const here = useSyncExternalStore(people.subscribe, people.list, people.list);
  const too = here.filter(({ selection }) =>
    selection.some(({ start, end }) => start === place.start && end === place.end),
  );
  const marks = useMemo(
    () => new Map(places.flatMap(outcomeAt).map((mark) => [mark.annotationId, mark])),
    [places],
  );
  const { choice, step } = deciding;
  const isFixed = desk.reason !== null;
  const silent = place.silentLayers.flatMap((layerId) => parts.readerOf(layerId) ?? []);
  const kinds = place.kinds.length === 0 ? (['same'] as const) : place.kinds;
  const isElsewhere = place.state === 'elsewhere';
  return (
    <section
      className={classes.detail}
      aria-label="The chosen place"
      tabIndex={-1}
      data-chosen-place
    >
      <Group justify="space-between" wrap="nowrap" gap={8} align="flex-start">
        <div>
          <Title order={2} size="h4">
            {place.id === 'own' ? 'Your own' : isElsewhere ? 'No reading' : unitWords(place)}
          </Title>
          <Text size="xs" c="dimmed">
            {place.id !== 'own' && `${stateWords[place.state].means} `}
            {!isElsewhere && kinds.map((kind) => kindWords[kind].means).join(' ')}
          </Text>
        </div>
        <CloseButton
          size="sm"
          aria-label="Let go of this place"
          onClick={() => state.choose(null)}
        />
      </Group>
      {too.length > 0 && (
        <p className={classes.too} role="status">
          {tooWords(too.map(({ name }) => name))}
        </p>
      )}
      {refused !== null && <RefusedNote problem={refused.problem} onPutAway={state.putAway} />}
      {place.decisions.map((decision) => (
        <DecisionNote
          key={decision.id}
          decision={decision}
          unit={place}
          text={text}
          shelf={shelf}
          onWithdraw={isFixed ? null : () => state.withdraw(decision.id, place.id)}
        />
      ))}
      <RelationList
        place={place}
        relations={desk.relations}
        marks={marks}
        types={page.codebook.content.relations}
        text={text}
        isFixed={isFixed}
        onTurn={deciding.turnArrow}
      />
      {choice.drafts.map((draft) => (
        <DraftEditor
          key={draft.id}
          draft={draft}
          text={text}
          shelf={shelf}
          isOpen={step === 'edit' && draft.id === deciding.editing?.id}
          onOpen={() => {
            deciding.begin('edit');
            deciding.setEditing(draft.id);
          }}
          onChange={deciding.change}
          onUseSelection={() => onCommand({ do: 'edit' })}
        />
      ))}
      <ul className={classes.versions} aria-label="Versions">
        {place.versions.map((version, at) => (
          <VersionView
            key={version.holders[0]?.marks[0]?.annotationId ?? at}
            place={place}
            at={at}
            text={text}
            shelf={shelf}
            readers={version.holders.flatMap(({ layerId }) => parts.readerOf(layerId) ?? [])}
            isAnonymous={desk.rules.anonymous}
            isTaken={isTaken(version, choice)}
            isFixed={isFixed}
            onToggle={deciding.toggle}
          />
        ))}
        {place.silent > 0 && (
          <li className={classes.version}>
            <Readers readings={silent} />
            <Text size="sm" c="dimmed">
              {silent.length > 0 ? 'Marked nothing here.' : `${place.silent} marked nothing here.`}
            </Text>
          </li>
        )}
      </ul>
      {choice.rejects && (
        <Alert variant="light" color="gray" mt={8} p="xs">
          All versions are rejected: the consensus has nothing here.
        </Alert>
      )}
      {step === 'reason' && (
        <ReasonStep
          question={
            deciding.arrow === null
              ? 'Why?'
              : `Why does the arrow ${deciding.arrow.stands ? 'stand' : 'not stand'}?`
          }
          rules={desk.rules}
          last={deciding.last}
          written={choice.reason}
          takesFocus={!state.isNarrow}
          onWrite={deciding.setReason}
          onDecide={(why) => deciding.decide(why)}
          onEnter={() => onCommand({ do: 'enter' })}
          onBack={() => onCommand({ do: 'let-go' })}
        />
      )}
      {step !== 'reason' && !isFixed && (
        <DeedRow
          mayReject={place.versions.length > 0}
          isMade={isMade(choice)}
          asksWhy={desk.rules.reasonRequired}
          onCommand={onCommand}
        />
      )}
    </section>
  );
}
