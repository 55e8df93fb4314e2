package dev.sayso.platform.web;

/**
 * A page, or a part of one, that could not be made.
 *
 * @param next what is safe, and what to do
 * @param kept the same for who has just said something and still has it in the box
 */
public record ProblemView(Page page, String heading, String next, String kept) {
    static ProblemView of(Page page, int status, int retrySeconds) {
        var words = page.words();
        int known = words.has("problem." + status + ".heading") ? status : status < 500 ? 400 : 500;
        var key = "problem." + known;
        return new ProblemView(
                page,
                words.say(key + ".heading"),
                words.say(key + ".next"),
                status == 429 || status >= 500
                        ? words.say("problem.kept", retrySeconds)
                        : words.say(key + ".next"));
    }
}
