import { kindText, formatKinds } from '@/components/workbench/messages';
import { Alert, CloseButton, Group, Text, Title } from '@mantine/core';
import { useMemo, useSyncExternalStore } from 'react';
import { LayerAuthors } from '@/components/workbench/version-annotations';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { DecisionNote, RefusedNote, RelationList } from './passage-decisions';
import { ActionRow, ReasonStep } from './decision-controls';
import { hasChoice, isTaken } from './choice';
import { DraftEditor } from './draft-editor';
import type { Passage } from './passage';
import { outcomeAt } from './passage';
import type { PassageContext } from './passage-row';
import type { AdjudicationCommand } from './adjudication-keys';
import { stateText, alsoHereMessage } from './adjudication-messages';
import type { AdjudicationState } from './use-adjudication';
import { VersionView } from './version-view';
import classes from './passage-detail.module.css';

/**
 * The chosen passage: its kinds of disagreement, numbered versions, decisions, and the choice that
 * is being made.
 */
export function PassageDetail({
  passage,
  page,
  state,
  context,
  onCommand,
}: {
  passage: Passage;
  page: AdjudicationPageData;
  state: AdjudicationState;
  context: PassageContext;
  onCommand: (command: AdjudicationCommand) => void;
}) {
  const { workspace, passages, deciding, lookup, people, refused } = state;
  const { text } = page;
  const here = useSyncExternalStore(people.subscribe, people.list, people.list);
  const too = here.filter(({ selection }) =>
    selection.some(({ start, end }) => start === passage.start && end === passage.end),
  );
  const annotations = useMemo(
    () =>
      new Map(
        passages.flatMap(outcomeAt).map((annotation) => [annotation.annotationId, annotation]),
      ),
    [passages],
  );
  const { choice, step } = deciding;
  const isFixed = workspace.reason !== null;
  const silent = passage.silentLayers.flatMap((layerId) => context.authorOf(layerId) ?? []);
  const kinds = passage.kinds.length === 0 ? (['same'] as const) : passage.kinds;
  const isElsewhere = passage.state === 'elsewhere';
  return (
    <section
      className={classes.detail}
      aria-label="The chosen passage"
      tabIndex={-1}
      data-chosen-passage
    >
      <Group justify="space-between" wrap="nowrap" gap={8} align="flex-start">
        <div>
          <Title order={2} size="h4">
            {passage.id === 'own'
              ? 'Your own'
              : isElsewhere
                ? 'No annotations'
                : formatKinds(passage)}
          </Title>
          <Text size="xs" c="dimmed">
            {passage.id !== 'own' && `${stateText[passage.state].means} `}
            {!isElsewhere && kinds.map((kind) => kindText[kind].means).join(' ')}
          </Text>
        </div>
        <CloseButton size="sm" aria-label="Clear selection" onClick={() => state.choose(null)} />
      </Group>
      {too.length > 0 && (
        <p className={classes.notice} role="status">
          {alsoHereMessage(too.map(({ name }) => name))}
        </p>
      )}
      {refused !== null && (
        <RefusedNote problem={refused.problem} onDismiss={state.dismissRefusal} />
      )}
      {passage.decisions.map((decision) => (
        <DecisionNote
          key={decision.id}
          decision={decision}
          unit={passage}
          text={text}
          lookup={lookup}
          onWithdraw={isFixed ? null : () => state.withdraw(decision.id, passage.id)}
        />
      ))}
      <RelationList
        passage={passage}
        relations={workspace.relations}
        annotations={annotations}
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
          lookup={lookup}
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
        {passage.versions.map((version, at) => (
          <VersionView
            key={version.holders[0]?.annotations[0]?.annotationId ?? at}
            passage={passage}
            at={at}
            text={text}
            lookup={lookup}
            authors={version.holders.flatMap(({ layerId }) => context.authorOf(layerId) ?? [])}
            isAnonymous={workspace.settings.anonymous}
            isTaken={isTaken(version, choice)}
            isFixed={isFixed}
            onToggle={deciding.toggle}
          />
        ))}
        {passage.silent > 0 && (
          <li className={classes.version}>
            <LayerAuthors layers={silent} />
            <Text size="sm" c="dimmed">
              {silent.length > 0
                ? 'Annotated nothing here.'
                : `${passage.silent} annotated nothing here.`}
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
              : `Why ${deciding.arrow.isInConsensus ? 'take' : 'reject'} this relation?`
          }
          rules={workspace.settings}
          last={deciding.last}
          written={choice.reason}
          takesFocus={!state.isNarrow}
          onWrite={deciding.setReason}
          onDecide={(why) => deciding.decide(why)}
          onEnter={() => onCommand({ do: 'enter' })}
          onBack={() => onCommand({ do: 'clear' })}
        />
      )}
      {step !== 'reason' && !isFixed && (
        <ActionRow
          mayReject={passage.versions.length > 0}
          hasChoice={hasChoice(choice)}
          needsReason={workspace.settings.reasonRequired}
          onCommand={onCommand}
        />
      )}
    </section>
  );
}
