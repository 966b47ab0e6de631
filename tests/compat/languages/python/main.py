"""Calls by slack_sdk, unchanged: the steps of ../go/main.go, in the same form."""

import json
import os
import time

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError


def say(line):
    print(json.dumps(line), flush=True)


def step(name, run):
    try:
        say({"step": name, "found": run()})
    except SlackApiError as error:
        say({"step": name, "refusal": error.response["error"]})
    except Exception as error:  # A fault of the client, or of this program.
        say({"step": name, "fault": repr(error)})


class Told(WebClient):
    """Hands each answer on as it came."""

    def _perform_urllib_http_request(self, *, url, args):
        response = super()._perform_urllib_http_request(url=url, args=args)
        say({"method": url.split("/")[-1], "answer": json.loads(response["body"])})
        return response


env = os.environ
channel, peer, name = env["CHANNEL"], env["PEER"], env["NAME"]
text = 'ünï & <x> "y"'


def client(token):
    return Told(token=token, base_url=env["API"])


person, bot = client(env["TOKEN"]), client(env["BOT_TOKEN"])

step("who a person is", lambda: person.auth_test()["user_id"])
step("who a bot is", lambda: bot.auth_test()["user_id"])
step("a token that is none", lambda: client("xoxb-nonsense").auth_test()["user_id"])
step("a channel that is none", lambda: bot.chat_postMessage(channel="C0NEVERMINTE", text="x")["ts"])

parent = ""


def post():
    global parent
    answer = bot.chat_postMessage(
        channel=channel,
        text=text,
        blocks=[{"type": "section", "text": {"type": "mrkdwn", "text": "*bold*"}}],
        metadata={"event_type": "made", "event_payload": {"id": 1}},
    )
    parent = answer["ts"]
    return answer["channel"]


step("post words and blocks", post)
step(
    "reply to the channel too",
    lambda: person.chat_postMessage(channel=channel, text="aloud", thread_ts=parent, reply_broadcast=True)["channel"],
)
step(
    "read the thread",
    lambda: [message["text"] for message in person.conversations_replies(channel=channel, ts=parent)["messages"]],
)
step("edit", lambda: bot.chat_update(channel=channel, ts=parent, text="changed")["text"])


def read_one():
    page = person.conversations_history(channel=channel, latest=parent, inclusive=True, limit=1)
    message = page["messages"][0]
    return [message["text"], len(message["blocks"]), message["reply_count"], "edited" in message]


step("read one", read_one)
step(
    "say to one alone",
    lambda: bot.chat_postEphemeral(channel=channel, user=env["USER_ID"], text="between us")["message_ts"] != "",
)
step(
    "find its address",
    lambda: bot.chat_getPermalink(channel=channel, message_ts=parent)["permalink"]
    == f'{env["ORIGIN"]}/w/{env["TEAM"]}/{channel}/m/{parent}',
)

step("react", lambda: bot.reactions_add(channel=channel, timestamp=parent, name="tada")["ok"])
step("react again", lambda: bot.reactions_add(channel=channel, timestamp=parent, name="tada")["ok"])


def read_reactions():
    found = person.reactions_get(channel=channel, timestamp=parent)["message"]["reactions"]
    return [fact for reaction in found for fact in (reaction["name"], reaction["count"])]


step("read reactions", read_reactions)
step("pin", lambda: bot.pins_add(channel=channel, timestamp=parent)["ok"])
step("list pins", lambda: [item["message"]["ts"] for item in person.pins_list(channel=channel)["items"]] == [parent])
step("unpin", lambda: bot.pins_remove(channel=channel, timestamp=parent)["ok"])
step("unpin again", lambda: bot.pins_remove(channel=channel, timestamp=parent)["ok"])
step("star", lambda: person.stars_add(channel=channel, timestamp=parent)["ok"])
step("list stars", lambda: [item["message"]["ts"] for item in person.stars_list()["items"]] == [parent])


def keep():
    kept = bot.bookmarks_add(channel_id=channel, title="a page", type="link", link="https://example.com/")["bookmark"]
    bot.bookmarks_remove(channel_id=channel, bookmark_id=kept["id"])
    return [kept["title"], len(bot.bookmarks_list(channel_id=channel)["bookmarks"])]


step("keep a link", keep)
in_an_hour = int(time.time()) + 3600


def remind():
    reminder = person.reminders_add(text="lunch", time=str(in_an_hour), user=env["USER_ID"])["reminder"]
    listed = person.reminders_list()["reminders"]
    person.reminders_delete(reminder=reminder["id"])
    return [reminder["text"], len(listed)]


step("be reminded", remind)
step("be reminded in words", lambda: person.reminders_add(text="lunch", time="every thursday")["ok"])


def plan():
    made = bot.chat_scheduleMessage(channel=channel, post_at=in_an_hour, text="later")
    planned = bot.chat_scheduledMessages_list(channel=channel)["scheduled_messages"]
    bot.chat_deleteScheduledMessage(channel=channel, scheduled_message_id=made["scheduled_message_id"])
    return [len(planned), planned[0]["text"]]


step("plan", plan)
step(
    "walk channels by pages",
    lambda: sum(
        len(page["channels"]) for page in person.conversations_list(limit=2, types="public_channel,private_channel")
    ),
)
step("walk people by pages", lambda: sum(len(page["members"]) for page in person.users_list(limit=2)))
step("find by address", lambda: person.users_lookupByEmail(email=env["EMAIL"])["user"]["id"])


def photo():
    person.users_setPhoto(image=env["PHOTO"])
    return person.users_info(user=env["USER_ID"])["user"]["profile"]["image_72"] != ""


step("have a photo", photo)


def status():
    person.users_profile_set(profile={"status_text": "at “sea”", "status_emoji": ":ship:"})
    profile = person.users_profile_get()["profile"]
    return [profile["status_text"], profile["status_emoji"]]


step("have a status", status)


def make_channel():
    room = person.conversations_create(name=f"made-by-{name}", is_private=True)["channel"]
    person.conversations_invite(channel=room["id"], users=[peer, env["BOT_USER_ID"]])
    person.conversations_setTopic(channel=room["id"], topic="ships")
    people = person.conversations_members(channel=room["id"])["members"]
    shown = person.conversations_info(channel=room["id"])["channel"]
    person.conversations_archive(channel=room["id"])
    return [room["is_private"], len(people), shown["topic"]["value"]]


step("make a private channel with people in it", make_channel)
step("invite who is there", lambda: person.conversations_invite(channel=channel, users=peer)["ok"])


def write_to_one():
    direct = person.conversations_open(users=[peer], return_im=True)["channel"]
    person.chat_postMessage(channel=direct["id"], text="psst")
    return [direct["is_im"], direct["user"] == peer]


step("write to one person", write_to_one)


def make_group():
    group = person.usergroups_create(name=f"Team of {name}", handle=f"team-{name}")["usergroup"]
    person.usergroups_users_update(usergroup=group["id"], users=[peer])
    return person.usergroups_users_list(usergroup=group["id"])["users"] == [peer]


step("make a user group", make_group)
step("delete", lambda: bot.chat_delete(channel=channel, ts=parent)["ok"])
step("delete again", lambda: bot.chat_delete(channel=channel, ts=parent)["ok"])
