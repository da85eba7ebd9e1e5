import type { Kysely } from 'kysely'
import type { Page, ThreadItem } from '../../protocol/index.ts'
import type { PageRequest, Scope, WidgetRecord } from '../store.ts'
import { noThread, versionConflict } from '../store-errors.ts'
import { builtOnce } from './built-once.ts'
import type { Flavour } from './flavour.ts'
import { keyText } from './key-text.ts'
import { isAfter, oneMore, pageOf } from './paged.ts'
import type { Tables } from './tables.ts'

/** Items of one thread of one user. A widget's record is in the row of its item, so that one statement saves both or neither. */
export function itemQueries(db: Kysely<Tables>, { name, isIn }: Flavour) {
  const of = ({ user }: Scope, threadId: string) =>
    db.selectFrom('parlor_items').where('user_id', '=', keyText(user)).where('thread_id', '=', keyText(threadId))
  const one = (scope: Scope, threadId: string, itemId: string) => of(scope, threadId).where('id', '=', keyText(itemId))

  /** Writes an item at the end of its thread, or in its place. With the record of a new widget, only where none is. */
  const insert = (withRecord: boolean) =>
    builtOnce<{ user: string; thread: string; item: string; body: string; record: string | null }, { seq: number }>(
      db,
      (value) =>
        db
          .insertInto('parlor_items')
          .columns(['user_id', 'thread_id', 'id', 'body', 'record', 'version'])
          .expression(({ selectFrom, cast, lit }) =>
            selectFrom('parlor_threads')
              .where('user_id', '=', value('user'))
              .where('id', '=', value('thread'))
              .select([
                'user_id',
                'id as thread_id',
                cast<string>(value('item'), 'text').as('item_id'),
                cast<string>(value('body'), 'text').as('body'),
                cast<string | null>(value('record'), 'text').as('record'),
                lit(withRecord ? 1 : 0).as('version'),
              ])
              // Writers to one thread take turns: `seq` is given in the order in which rows become visible.
              .$if(name === 'postgres', (thread) => thread.forNoKeyUpdate()),
          )
          .onConflict((row) => {
            const there = row.columns(['user_id', 'thread_id', 'id'])
            if (!withRecord) return there.doUpdateSet({ body: ({ ref }) => ref('excluded.body') })
            return there
              .doUpdateSet(({ ref, lit }) => ({
                body: ref('excluded.body'),
                record: ref('excluded.record'),
                version: lit(1),
              }))
              .where('parlor_items.version', '=', 0)
          })
          .returning('seq'),
    )
  const insertItem = insert(false)
  const insertWidget = insert(true)

  async function put({ user }: Scope, threadId: string, item: ThreadItem, first?: WidgetRecord): Promise<boolean> {
    const rows = await (first ? insertWidget : insertItem)({
      user: keyText(user),
      thread: keyText(threadId),
      item: keyText(item.id),
      body: JSON.stringify(item),
      record: first ? JSON.stringify(first) : null,
    })
    return rows.length > 0
  }

  /** Replaces an item whose widget is of the version before. */
  async function replace({ user }: Scope, threadId: string, item: ThreadItem, next: WidgetRecord): Promise<boolean> {
    const rows = await db
      .updateTable('parlor_items')
      .where('user_id', '=', keyText(user))
      .where('thread_id', '=', keyText(threadId))
      .where('id', '=', keyText(item.id))
      .where('version', '=', next.version - 1)
      .set({ body: JSON.stringify(item), record: JSON.stringify(next), version: next.version })
      .returning('seq')
      .execute()
    return rows.length > 0
  }

  return {
    async load(scope: Scope, threadId: string, itemId: string): Promise<ThreadItem | null> {
      const row = await one(scope, threadId, itemId).select('body').executeTakeFirst()
      return row ? JSON.parse(row.body) : null
    },
    /** With `again`, the first try may have been done although nobody heard of it. */
    async save(scope: Scope, threadId: string, item: ThreadItem, widget?: WidgetRecord, again = false): Promise<void> {
      const saved =
        widget === undefined || widget.version === 1
          ? await put(scope, threadId, item, widget)
          : await replace(scope, threadId, item, widget)
      if (saved) return
      const stored = await one(scope, threadId, item.id).select(['version', 'record']).executeTakeFirst()
      if (widget && again && stored?.record === JSON.stringify(widget)) return
      const thread = db.selectFrom('parlor_threads').where('user_id', '=', keyText(scope.user))
      const there = stored ?? (await thread.where('id', '=', keyText(threadId)).select('id').executeTakeFirst())
      throw widget && there ? versionConflict(item.id, widget.version, stored?.version ?? 0) : noThread(threadId)
    },
    async delete({ user }: Scope, threadId: string, itemId: string): Promise<void> {
      await db
        .deleteFrom('parlor_items')
        .where('user_id', '=', keyText(user))
        .where('thread_id', '=', keyText(threadId))
        .where('id', '=', keyText(itemId))
        .execute()
    },
    async list(scope: Scope, threadId: string, page: PageRequest): Promise<Page<ThreadItem>> {
      let query = of(scope, threadId)
      if (page.after !== undefined) {
        query = query.where(isAfter(one(scope, threadId, page.after).select('seq'), page))
      }
      const rows = await query.select('body').orderBy('seq', page.order).limit(oneMore(page)).execute()
      return pageOf(
        rows.map((row): ThreadItem => JSON.parse(row.body)),
        page,
      )
    },
    async loadWidget(scope: Scope, threadId: string, itemId: string): Promise<WidgetRecord | null> {
      const row = await one(scope, threadId, itemId).select('record').executeTakeFirst()
      return row?.record ? JSON.parse(row.record) : null
    },
    async loadWidgets(scope: Scope, threadId: string, itemIds: readonly string[]): Promise<Map<string, WidgetRecord>> {
      if (itemIds.length === 0) return new Map()
      const ids = new Map(itemIds.map((id) => [keyText(id), id]))
      const rows = await of(scope, threadId)
        .where(({ ref }) => isIn(ref('id'), [...ids.keys()]))
        .where('record', 'is not', null)
        .select(['id', 'record'])
        .execute()
      return new Map(rows.map(({ id, record }) => [ids.get(id) ?? id, JSON.parse(record ?? 'null')]))
    },
  }
}
