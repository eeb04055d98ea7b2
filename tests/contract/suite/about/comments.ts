/** What the app relies on of comments in the timeline. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { addCommentCommand, changeCommentCommand, marked, markOf } from '../../../../src/portal/activity-writes.ts'
import { commentCommand, latestCommentsCommand, readComments } from '../../../../src/portal/comments.ts'
import { NOBODY, refusalOf, resultOf, shaped, valueOf } from '../asking.ts'
import type { Given, Statement } from '../statement.ts'

const COMMENT = 'api-reference/crm/timeline/comments/'
const MARK = markOf('contract01', 'comment')

/** Makes a comment that is removed after the check. */
async function comment(given: Given, text: string): Promise<number> {
  const id = shaped(v.number(), await valueOf(given, addCommentCommand(given.lead(), text)))
  given.undo(() => resultOf(given.rest, 'crm.timeline.comment.delete', { id }))
  return id
}

export const comments: readonly Statement[] = [
  {
    claim: 'a comment comes back with its BB codes, lines and mark as they were sent, and no word of it is taken for a reference',
    page: `${COMMENT}crm-timeline-comment-add.md`,
    methods: ['crm.timeline.comment.add', 'crm.timeline.comment.get'],
    needs: ['lead'],
    check: async (given) => {
      const text = marked('[b]AAA[/b] → [i]«строка»[/i] & "ещё" 😀\n$result[me][ID] [url=https://example.com/]ссылка[/url]', MARK)
      const id = await comment(given, text)
      const sent = shaped(v.object({ COMMENT: v.string() }), addCommentCommand(given.lead(), text).params['fields']).COMMENT
      expect(readComments(await valueOf(given, commentCommand(id)))).toEqual([{ id, text: sent }])
    },
  },
  {
    claim: 'the comments that were made last come first, with their text',
    page: `${COMMENT}crm-timeline-comment-list.md`,
    methods: ['crm.timeline.comment.list'],
    needs: ['lead'],
    check: async (given) => {
      const [earlier, later] = [await comment(given, marked('one', MARK)), await comment(given, marked('two', MARK))]
      expect(readComments(await valueOf(given, latestCommentsCommand(given.lead()))).slice(0, 2))
        .toEqual([{ id: later, text: marked('two', MARK) }, { id: earlier, text: marked('one', MARK) }])
    },
  },
  {
    claim: 'a comment is given another text, and stays the one it was',
    page: `${COMMENT}crm-timeline-comment-update.md`,
    methods: ['crm.timeline.comment.update'],
    needs: ['lead'],
    check: async (given) => {
      const id = await comment(given, marked('one', MARK))
      const text = marked('[b]one[/b]\n\nundone', MARK)
      await valueOf(given, changeCommentCommand(given.lead(), id, text))
      expect(readComments(await valueOf(given, commentCommand(id)))).toEqual([{ id, text }])
      expect(readComments(await valueOf(given, latestCommentsCommand(given.lead()))).filter(one => one.text.includes('one'))).toHaveLength(1)
    },
  },
  {
    claim: 'a comment that is not there is refused',
    page: `${COMMENT}crm-timeline-comment-get.md`,
    methods: ['crm.timeline.comment.get'],
    check: async ({ rest }) => {
      expect((await refusalOf(rest, 'crm.timeline.comment.get', { id: NOBODY })).http).toBe(400)
    },
  },
]
