// Calls by github.com/slack-go/slack, unchanged. Each step is a line of JSON on the standard output, with what it
// found or how it was refused; each answer, as it came, is another. run-program.ts holds both.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"strconv"
	"time"

	"github.com/slack-go/slack"
)

type any = interface{}

func say(line any) {
	text, err := json.Marshal(line)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

func step(name string, run func() (any, error)) any {
	found, err := run()
	var refusal slack.SlackErrorResponse
	switch {
	case errors.As(err, &refusal):
		say(map[string]any{"step": name, "refusal": refusal.Err})
	case err != nil:
		say(map[string]any{"step": name, "fault": err.Error()})
	default:
		say(map[string]any{"step": name, "found": found})
	}
	return found
}

// told hands each answer on as it came.
type told struct{}

func (told) Do(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	say(map[string]any{"method": path.Base(request.URL.Path), "answer": json.RawMessage(body)})
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

func client(token string) *slack.Client {
	return slack.New(token, slack.OptionAPIURL(os.Getenv("API")), slack.OptionHTTPClient(told{}))
}

func main() {
	person, bot := client(os.Getenv("TOKEN")), client(os.Getenv("BOT_TOKEN"))
	channel, peer := os.Getenv("CHANNEL"), os.Getenv("PEER")
	text := "ünï & <x> \"y\""

	step("who a person is", func() (any, error) {
		found, err := person.AuthTest()
		if err != nil {
			return nil, err
		}
		return found.UserID, nil
	})
	step("who a bot is", func() (any, error) {
		found, err := bot.AuthTest()
		if err != nil {
			return nil, err
		}
		return found.UserID, nil
	})
	step("a token that is none", func() (any, error) { return client("xoxb-nonsense").AuthTest() })
	step("a channel that is none", func() (any, error) {
		_, ts, err := bot.PostMessage("C0NEVERMINTE", slack.MsgOptionText("x", false))
		return ts, err
	})

	parent := ""
	step("post words and blocks", func() (any, error) {
		block := slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "*bold*", false, false), nil, nil)
		metadata := slack.SlackMetadata{EventType: "made", EventPayload: map[string]any{"id": 1}}
		in, ts, err := bot.PostMessage(channel, slack.MsgOptionText(text, false),
			slack.MsgOptionBlocks(block), slack.MsgOptionMetadata(metadata))
		parent = ts
		return in, err
	})
	step("reply to the channel too", func() (any, error) {
		in, _, err := person.PostMessage(channel, slack.MsgOptionText("aloud", false),
			slack.MsgOptionTS(parent), slack.MsgOptionBroadcast())
		return in, err
	})
	step("read the thread", func() (any, error) {
		messages, _, _, err := person.GetConversationReplies(
			&slack.GetConversationRepliesParameters{ChannelID: channel, Timestamp: parent})
		texts := []string{}
		for _, message := range messages {
			texts = append(texts, message.Text)
		}
		return texts, err
	})
	step("edit", func() (any, error) {
		_, _, words, err := bot.UpdateMessage(channel, parent, slack.MsgOptionText("changed", false))
		return words, err
	})
	step("read one", func() (any, error) {
		page, err := person.GetConversationHistory(&slack.GetConversationHistoryParameters{
			ChannelID: channel, Latest: parent, Inclusive: true, Limit: 1})
		if err != nil {
			return nil, err
		}
		message := page.Messages[0]
		return []any{message.Text, len(message.Blocks.BlockSet), message.ReplyCount, message.Edited != nil}, nil
	})
	step("say to one alone", func() (any, error) {
		ts, err := bot.PostEphemeral(channel, os.Getenv("USER_ID"), slack.MsgOptionText("between us", false))
		return ts != "", err
	})
	step("find its address", func() (any, error) {
		link, err := bot.GetPermalink(&slack.PermalinkParameters{Channel: channel, Ts: parent})
		return link == os.Getenv("ORIGIN")+"/w/"+os.Getenv("TEAM")+"/"+channel+"/m/"+parent, err
	})

	item := slack.NewRefToMessage(channel, parent)
	step("react", func() (any, error) { return true, bot.AddReaction("tada", item) })
	step("react again", func() (any, error) { return true, bot.AddReaction("tada", item) })
	step("read reactions", func() (any, error) {
		found, err := person.GetReactions(item, slack.NewGetReactionsParameters())
		names := []any{}
		for _, reaction := range found {
			names = append(names, reaction.Name, reaction.Count)
		}
		return names, err
	})
	step("pin", func() (any, error) { return true, bot.AddPin(channel, item) })
	step("list pins", func() (any, error) {
		items, _, err := person.ListPins(channel)
		return len(items) == 1 && items[0].Message.Timestamp == parent, err
	})
	step("unpin", func() (any, error) { return true, bot.RemovePin(channel, item) })
	step("unpin again", func() (any, error) { return true, bot.RemovePin(channel, item) })
	step("star", func() (any, error) { return true, person.AddStar(channel, item) })
	step("list stars", func() (any, error) {
		items, _, err := person.ListStars(slack.NewStarsParameters())
		return len(items) == 1 && items[0].Message.Timestamp == parent, err
	})

	step("keep a link", func() (any, error) {
		kept, err := bot.AddBookmark(channel, slack.AddBookmarkParameters{
			Title: "a page", Type: "link", Link: "https://example.com/"})
		if err != nil {
			return nil, err
		}
		if err = bot.RemoveBookmark(channel, kept.ID); err != nil {
			return nil, err
		}
		left, err := bot.ListBookmarks(channel)
		return []any{kept.Title, len(left)}, err
	})
	inAnHour := strconv.FormatInt(time.Now().Unix()+3600, 10)
	step("be reminded", func() (any, error) {
		reminder, err := person.AddUserReminder(os.Getenv("USER_ID"), "lunch", inAnHour)
		if err != nil {
			return nil, err
		}
		listed, err := person.ListReminders()
		if err != nil {
			return nil, err
		}
		return []any{reminder.Text, len(listed)}, person.DeleteReminder(reminder.ID)
	})
	step("be reminded in words", func() (any, error) {
		return person.AddUserReminder(os.Getenv("USER_ID"), "lunch", "every thursday")
	})
	step("plan", func() (any, error) {
		// This version gives back no id (its `ts` is that of a message that was posted): the list has it.
		_, _, err := bot.ScheduleMessage(channel, inAnHour, slack.MsgOptionText("later", false))
		if err != nil {
			return nil, err
		}
		planned, _, err := bot.GetScheduledMessages(&slack.GetScheduledMessagesParameters{Channel: channel})
		if err != nil {
			return nil, err
		}
		_, err = bot.DeleteScheduledMessage(
			&slack.DeleteScheduledMessageParameters{Channel: channel, ScheduledMessageID: planned[0].ID})
		return []any{len(planned), planned[0].Text}, err
	})

	step("walk channels by pages", func() (any, error) {
		seen := 0
		for cursor := ""; ; {
			page, next, err := person.GetConversations(
				&slack.GetConversationsParameters{Limit: 2, Cursor: cursor, Types: []string{"public_channel", "private_channel"}})
			if err != nil {
				return nil, err
			}
			if seen += len(page); next == "" {
				return seen, nil
			}
			cursor = next
		}
	})
	step("walk people by pages", func() (any, error) {
		people, err := person.GetUsers(slack.GetUsersOptionLimit(2))
		return len(people), err
	})
	step("find by address", func() (any, error) {
		found, err := person.GetUserByEmail(os.Getenv("EMAIL"))
		if err != nil {
			return nil, err
		}
		return found.ID, nil
	})
	step("have a photo", func() (any, error) {
		if err := person.SetUserPhoto(os.Getenv("PHOTO"), slack.NewUserSetPhotoParams()); err != nil {
			return nil, err
		}
		found, err := person.GetUserInfo(os.Getenv("USER_ID"))
		if err != nil {
			return nil, err
		}
		return found.Profile.Image72 != "", nil
	})
	step("have a status", func() (any, error) {
		if err := person.SetUserCustomStatus("at “sea”", ":ship:", 0); err != nil {
			return nil, err
		}
		profile, err := person.GetUserProfile(&slack.GetUserProfileParameters{})
		if err != nil {
			return nil, err
		}
		return []any{profile.StatusText, profile.StatusEmoji}, nil
	})

	step("make a private channel with people in it", func() (any, error) {
		room, err := person.CreateConversation("made-by-"+os.Getenv("NAME"), true)
		if err != nil {
			return nil, err
		}
		if _, err = person.InviteUsersToConversation(room.ID, peer, os.Getenv("BOT_USER_ID")); err != nil {
			return nil, err
		}
		if _, err = person.SetTopicOfConversation(room.ID, "ships"); err != nil {
			return nil, err
		}
		people, _, err := person.GetUsersInConversation(&slack.GetUsersInConversationParameters{ChannelID: room.ID})
		if err != nil {
			return nil, err
		}
		shown, err := person.GetConversationInfo(room.ID, false)
		if err != nil {
			return nil, err
		}
		return []any{room.IsPrivate, len(people), shown.Topic.Value}, person.ArchiveConversation(room.ID)
	})
	step("invite who is there", func() (any, error) {
		return person.InviteUsersToConversation(channel, peer)
	})
	step("write to one person", func() (any, error) {
		direct, _, _, err := person.OpenConversation(
			&slack.OpenConversationParameters{Users: []string{peer}, ReturnIM: true})
		if err != nil {
			return nil, err
		}
		_, _, err = person.PostMessage(direct.ID, slack.MsgOptionText("psst", false))
		return []any{direct.IsIM, direct.User == peer}, err
	})
	step("make a user group", func() (any, error) {
		group, err := person.CreateUserGroup(slack.UserGroup{Name: "Team of " + os.Getenv("NAME"), Handle: "team-" + os.Getenv("NAME")})
		if err != nil {
			return nil, err
		}
		if _, err = person.UpdateUserGroupMembers(group.ID, peer); err != nil {
			return nil, err
		}
		people, err := person.GetUserGroupMembers(group.ID)
		return len(people) == 1 && people[0] == peer, err
	})
	step("delete", func() (any, error) { _, _, err := bot.DeleteMessage(channel, parent); return true, err })
	step("delete again", func() (any, error) { _, _, err := bot.DeleteMessage(channel, parent); return true, err })
}
