import { ActionIcon, Group, Menu, Spoiler, Text } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { Time } from '@/components/ui/time';
import type { CommentView } from '@/lib/discussion/comment';
import { CommentField } from './comment-field';
import { bodyParts } from './mention-text';
import classes from './thread-box.module.css';
import { useArticleDiscussion } from './use-discussion';

function Body({ body, mentions }: Pick<CommentView, 'body' | 'mentions'>) {
  const parts = bodyParts({ body, mentions });
  return (
    <Spoiler maxHeight={220} showLabel="Show more" hideLabel="Show less">
      <div className={classes.body} dir="auto">
        {parts.map(({ text, person }, index) =>
          person === null ? text : <strong key={index}>{text}</strong>,
        )}
      </div>
    </Spoiler>
  );
}

/** A comment, with a menu to edit or delete it where it is the viewer's own. */
export function CommentItem({ threadId, comment }: { threadId: string; comment: CommentView }) {
  const discussion = useArticleDiscussion();
  const { id, author, body, mentions, version, createdAt, updatedAt } = comment;
  const [isChanged, setChanged] = useState(false);
  const question = useQuestion<true>();
  const isMine = author.id === discussion.me.id;
  const draft = `change ${id}`;
  const close = () => {
    discussion.forget(draft);
    setChanged(false);
  };
  return (
    <li className={classes.comment} data-comment={id}>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <Text size="sm" className={classes.author}>
          <bdi className={classes.name}>{isMine ? 'You' : author.name}</bdi>
          <Text span size="xs" c="dimmed" className={classes.when}>
            <Time at={createdAt} />
            {version > 1 && (
              <>
                , edited <Time at={updatedAt} />
              </>
            )}
          </Text>
        </Text>
        {isMine && discussion.mayComment && !isChanged && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Edit or delete">
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setChanged(true)}>
                Edit
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => question.open(true)}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {isChanged ? (
        <CommentField
          label="Edit the comment"
          initialText={
            discussion.draft(draft).text.body === '' ? comment : discussion.draft(draft).text
          }
          send="Save"
          takesFocus
          onType={(text) => {
            discussion.draft(draft).text = text;
          }}
          onSend={async (content) => {
            await discussion.sendComment(threadId, id, content);
            close();
          }}
          onCancel={close}
        />
      ) : (
        <Body body={body} mentions={mentions} />
      )}
      <ConfirmAction
        question={question}
        title="Delete this comment?"
        action="Delete"
        onConfirm={() => discussion.remove(threadId, id)}
      >
        <Text size="sm">Nobody will see it any more. Replies to it stay.</Text>
      </ConfirmAction>
    </li>
  );
}
