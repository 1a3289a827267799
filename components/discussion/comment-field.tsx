import { Button, Combobox, Group, Stack, Text, Textarea, useCombobox } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { maxCommentLength } from '@/lib/discussion/comment';
import type { MentionInput, Person } from './mention-text';
import { mentionedIn, mentionAt, peopleFor, withName } from './mention-text';
import type { CommentContent } from './discussion';
import classes from './thread-box.module.css';
import { useArticleDiscussion } from './use-discussion';

/** A field in which a comment is written. @ and the first letters of a name call upon somebody. */
export function CommentField({
  label,
  atFirst,
  send,
  isWanted = false,
  fieldRef,
  onType,
  onSend,
  onCancel,
}: {
  /** What the field is for: its name and what it shows while it is empty. */
  label: string;
  atFirst: string;
  /** What the button says. */
  send: string;
  /** Whether the keyboard goes into it at once. */
  isWanted?: boolean;
  fieldRef?: Ref<HTMLTextAreaElement> | undefined;
  onType?: (body: string) => void;
  /** Sends it; what was typed stays if that fails. */
  onSend: (content: CommentContent) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const discussion = useArticleDiscussion();
  const [body, setBody] = useState(atFirst);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [mentionInput, setMentionInput] = useState<MentionInput | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLTextAreaElement>(null);
  const merged = useMergedRef(field, fieldRef);
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
  const { busy, problem, run } = useAction();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const offered = mentionInput === null ? [] : peopleFor(mentionInput.typed, people);
  const isListed = offered.length > 0;
  const selectFirst = useEffectEvent(() => combobox.selectFirstOption());
  // The list is another one after each letter, and comes only once the people are known.
  const listed = offered.map(({ id }) => id).join();
  useEffect(() => {
    if (listed === '') return undefined;
    const frame = requestAnimationFrame(() => selectFirst());
    return () => cancelAnimationFrame(frame);
  }, [listed]);

  const type = (text: string, caret: number) => {
    setBody(text);
    onType?.(text);
    const now = mentionAt(text, caret);
    setMentionInput(now);
    if (now === null) return combobox.closeDropdown();
    discussion.people().then(setPeople, () => undefined);
    combobox.openDropdown();
  };
  const call = (userId: string) => {
    const person = people.find(({ id }) => id === userId);
    if (mentionInput === null || person === undefined) return;
    const { text, caret } = withName(body, mentionInput, person.name);
    setChosen(new Set(chosen).add(userId));
    type(text, caret);
    setMentionInput(null);
    combobox.closeDropdown();
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };
  const submit = async () => {
    if (busy || body.trim() === '') return;
    const isDone = await run(async () => {
      const known = body.includes('@') ? await discussion.people() : [];
      await onSend({ body, mentions: mentionedIn(body, known, chosen) });
    });
    if (!isDone) return;
    setBody('');
    setChosen(new Set());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isListed && mentionInput !== null) {
      event.preventDefault();
      event.stopPropagation();
      setMentionInput(null);
      combobox.closeDropdown();
    } else if (
      event.key === 'Enter' &&
      isListed &&
      !event.nativeEvent.isComposing &&
      combobox.getSelectedOptionIndex() === -1
    ) {
      event.preventDefault();
      call(offered[0]?.id ?? '');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <Stack gap={6}>
      <Combobox store={combobox} onOptionSubmit={call} position="bottom-start" withinPortal={false}>
        <Combobox.Target
          withKeyboardNavigation={isListed}
          withAriaAttributes={isListed}
          targetType="input"
        >
          <Textarea
            ref={merged}
            aria-label={label}
            placeholder={label}
            size="sm"
            autosize
            minRows={1}
            maxRows={12}
            maxLength={maxCommentLength}
            dir="auto"
            data-autofocus={isWanted || undefined}
            data-list-open={isListed || undefined}
            value={body}
            onChange={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart)}
            onKeyDown={press}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isListed}>
          <Combobox.Options aria-label="People to mention">
            {offered.map(({ id, name }) => (
              <Combobox.Option key={id} value={id}>
                <bdi>{name}</bdi>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {problem !== null && <ProblemAlert problem={problem} />}
      {(body !== '' || onCancel !== undefined) && (
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed" className={classes.hint}>
            @ mentions somebody; Ctrl+Enter sends
          </Text>
          <Group gap={4} wrap="nowrap">
            {onCancel !== undefined && (
              <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
                Cancel
              </Button>
            )}
            <Button
              size="compact-sm"
              loading={busy}
              disabled={body.trim() === ''}
              onClick={() => void submit()}
            >
              {send}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
