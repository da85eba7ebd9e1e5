"""Plays the scenarios of a JSON file on the reference server and writes what it answers: `reference.py IN OUT`.

Both files are as described beside the recordings: scenarios of steps, each a request, a script, and what was answered.
"""

import asyncio
import json
import logging
import sys
from collections import defaultdict
from typing import Any, AsyncIterator

from chatkit import types as kit
from chatkit.errors import CustomStreamError, ErrorCode, StreamError
from chatkit.server import ChatKitServer, NonStreamingResult, stream_widget
from chatkit.store import AttachmentStore, NotFoundError, Store
from chatkit.widgets import DynamicWidgetRoot
from pydantic import TypeAdapter

PREFIXES = {
    "thread": "thr",
    "message": "msg",
    "tool_call": "tc",
    "task": "tsk",
    "workflow": "wf",
    "attachment": "atc",
    "sdk_hidden_context": "shcx",
}
TIME = "2026-01-02T03:04:05Z"

events: TypeAdapter[Any] = TypeAdapter(kit.ThreadStreamEvent)
items: TypeAdapter[Any] = TypeAdapter(kit.ThreadItem)
statuses: TypeAdapter[Any] = TypeAdapter(kit.ThreadStatus)


class CountedIds:
    """Ids that count up for each prefix: thr_1, msg_1, msg_2."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = defaultdict(int)

    def __call__(self, kind: str) -> str:
        prefix = PREFIXES[kind]
        self.counts[prefix] += 1
        return f"{prefix}_{self.counts[prefix]}"


class MemoryStore(Store[None]):
    """Keeps copies, in the order in which things were first saved."""

    def __init__(self, ids: CountedIds) -> None:
        self.ids = ids
        self.threads: dict[str, kit.ThreadMetadata] = {}
        self.items: dict[str, list[kit.ThreadItem]] = {}
        self.attachments: dict[str, kit.Attachment] = {}

    def generate_thread_id(self, context):
        return self.ids("thread")

    def generate_item_id(self, item_type, thread, context):
        return self.ids(item_type)

    async def load_thread(self, thread_id, context):
        return found(self.threads, thread_id)

    async def save_thread(self, thread, context):
        fields = {name: value for name, value in thread.model_dump().items() if name != "items"}
        self.threads[thread.id] = kit.ThreadMetadata(**fields)
        self.items.setdefault(thread.id, [])

    async def load_threads(self, limit, after, order, context):
        return page(self.threads.values(), after, limit, order)

    async def delete_thread(self, thread_id, context):
        self.threads.pop(thread_id, None)
        self.items.pop(thread_id, None)

    async def load_thread_items(self, thread_id, after, limit, order, context):
        return page(self.items.get(thread_id, []), after, limit, order)

    async def load_item(self, thread_id, item_id, context):
        return found({item.id: item for item in self.items.get(thread_id, [])}, item_id)

    async def add_thread_item(self, thread_id, item, context):
        await self.save_item(thread_id, item, context)

    async def save_item(self, thread_id, item, context):
        kept = self.items.setdefault(thread_id, [])
        place = next((index for index, other in enumerate(kept) if other.id == item.id), len(kept))
        kept[place : place + 1] = [item.model_copy(deep=True)]

    async def delete_thread_item(self, thread_id, item_id, context):
        self.items[thread_id] = [item for item in self.items.get(thread_id, []) if item.id != item_id]

    async def save_attachment(self, attachment, context):
        self.attachments[attachment.id] = attachment.model_copy(deep=True)

    async def load_attachment(self, attachment_id, context):
        return found(self.attachments, attachment_id)

    async def delete_attachment(self, attachment_id, context):
        self.attachments.pop(attachment_id, None)


def found(rows, row_id):
    if row_id not in rows:
        raise NotFoundError(row_id)
    return rows[row_id].model_copy(deep=True)


def page(rows, after, limit, order):
    ordered = list(rows) if order == "asc" else list(reversed(list(rows)))
    start = next((index + 1 for index, row in enumerate(ordered) if row.id == after), 0)
    data = [row.model_copy(deep=True) for row in ordered[start : start + limit]]
    more = start + limit < len(ordered)
    return kit.Page(data=data, has_more=more, after=data[-1].id if more and data else None)


class Files(AttachmentStore[None]):
    """Prepares uploads to a place that nobody calls."""

    def __init__(self, ids: CountedIds) -> None:
        self.ids = ids

    async def create_attachment(self, input, context):
        attachment_id = self.ids("attachment")
        url = f"https://files.example/{attachment_id}"
        upload = kit.AttachmentUploadDescriptor(url=url, method="PUT", headers={"x-size": str(input.size)})
        fields = {
            "id": attachment_id,
            "name": input.name,
            "mime_type": input.mime_type,
            "upload_descriptor": upload,
            "metadata": {"secret": 1},
        }
        if input.mime_type.startswith("image/"):
            return kit.ImageAttachment(preview_url=f"{url}/preview", **fields)
        return kit.FileAttachment(**fields)

    async def delete_attachment(self, attachment_id, context):
        pass


class ScriptedServer(ChatKitServer[None]):
    """Its responder and handlers do what the script of the current step says, and note how they were called."""

    def __init__(self) -> None:
        self.ids = CountedIds()
        self.memory = MemoryStore(self.ids)
        super().__init__(self.memory, Files(self.ids))
        self.expect([])

    def expect(self, script: list[dict[str, Any]]) -> None:
        self.script = script
        self.calls: list[dict[str, Any]] = []
        self.waiting = asyncio.Event()

    async def respond(self, thread, input_user_message, context):
        self.calls.append({"respond": input_user_message.id if input_user_message else None})
        async for event in self.play(thread):
            yield event

    async def action(self, thread, action, sender, context):
        self.calls.append(called("action", action, sender))
        async for event in self.play(thread):
            yield event

    async def sync_action(self, thread, action, sender, context):
        self.calls.append(called("sync_action", action, sender))
        answer = kit.SyncCustomActionResponse()
        for step in self.script:
            if "store_item" in step:
                await self.store_item(thread, step["store_item"])
            elif "updated_item" in step:
                item = items.validate_python(filled(step["updated_item"], thread.id))
                answer = kit.SyncCustomActionResponse(updated_item=item)
        return answer

    async def add_feedback(self, thread_id, item_ids, feedback, context):
        self.calls.append({"feedback": feedback, "items": item_ids})

    async def transcribe(self, audio_input, context):
        return kit.TranscriptionResult(text=f"{audio_input.media_type}:{len(audio_input.data)}")

    async def store_item(self, thread, item) -> None:
        await self.memory.add_thread_item(thread.id, items.validate_python(filled(item, thread.id)), None)

    async def play(self, thread) -> AsyncIterator[Any]:
        for step in self.script:
            [(kind, value)] = step.items()
            if kind == "yield":
                yield events.validate_python(filled(value, thread.id))
            elif kind == "set_title":
                thread.title = value
            elif kind == "set_status":
                thread.status = statuses.validate_python(value)
            elif kind == "set_metadata":
                thread.metadata = value
            elif kind == "store_item":
                await self.store_item(thread, value)
            elif kind == "raise_custom":
                raise CustomStreamError(value["message"], allow_retry=value.get("allow_retry", False))
            elif kind == "raise_stream_error":
                retry = {} if value.get("allow_retry") is None else {"allow_retry": value["allow_retry"]}
                raise StreamError(ErrorCode.STREAM_ERROR, **retry)
            elif kind == "raise":
                raise RuntimeError(value)
            elif kind == "wait":
                self.waiting.set()
                await asyncio.Event().wait()
            elif kind == "stream_widget":
                async for event in self.widget(thread, **value):
                    yield event
            else:
                raise ValueError(f"no such script step: {kind}")

    def widget(self, thread, states, streamed=True, copy_text=None):
        # As from a template: a strict root would add the defaults of its actions.
        roots = [DynamicWidgetRoot.model_validate(state) for state in states]

        async def one_by_one():
            for root in roots:
                yield root

        return stream_widget(
            thread, one_by_one() if streamed else roots[0], copy_text=copy_text, generate_id=lambda kind: self.ids(kind)
        )


def called(kind, action, sender) -> dict[str, Any]:
    return {kind: action.type, "payload": action.payload, "sender": sender.id if sender else None}


def filled(value, thread_id: str):
    return json.loads(json.dumps(value).replace("$thread", thread_id).replace("$time", TIME))


def masked(value):
    if isinstance(value, list):
        return [masked(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    note = value.get("type") == "sdk_hidden_context"
    masks = {"created_at": "<time>", **({"content": "<note>"} if note else {})}
    return {key: masks.get(key) or masked(inner) for key, inner in value.items()}


async def play_step(server: ScriptedServer, step: dict[str, Any]) -> dict[str, Any]:
    recorded = {key: step[key] for key in ("request", "script", "abort") if key in step}
    server.expect(step.get("script", []))
    try:
        result = await server.process(json.dumps(step["request"]), None)
    except Exception as error:
        return {**recorded, "rejected": type(error).__name__, "calls": server.calls}
    if isinstance(result, NonStreamingResult):
        return {**recorded, "json": masked(json.loads(result.json)), "calls": server.calls}

    told: list[Any] = []

    async def read() -> None:
        async for chunk in result:
            told.append(masked(json.loads(chunk.decode().removeprefix("data: "))))

    reading = asyncio.create_task(read())
    if step.get("abort"):
        waiting = asyncio.create_task(server.waiting.wait())
        await asyncio.wait([reading, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        await asyncio.sleep(0.01)  # what was said before the wait is on its way
        reading.cancel()
    try:
        await reading
    except asyncio.CancelledError:
        pass
    except Exception as error:
        recorded["broke_off"] = type(error).__name__
    return {**recorded, "stream": told, "calls": server.calls}


async def play_scenario(scenario: dict[str, Any]) -> dict[str, Any]:
    server = ScriptedServer()
    steps = [await play_step(server, step) for step in scenario["steps"]]
    stored = {
        thread: [masked(json.loads(items.dump_json(item, exclude_none=True))) for item in kept]
        for thread, kept in server.memory.items.items()
    }
    return {"steps": steps, "stored": stored}


async def main(source: str, target: str) -> None:
    with open(source) as file:
        scenarios = json.load(file)
    played = {name: await play_scenario(scenario) for name, scenario in scenarios.items()}
    with open(target, "w") as file:
        json.dump(played, file)


logging.disable(logging.CRITICAL)  # scripts fail on purpose
asyncio.run(main(*sys.argv[1:3]))
