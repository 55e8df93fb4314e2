package dev.sayso.language.internal.sms;

import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;

import java.util.Set;

/** Tells a person from a business by how the name is built. */
final class Person {
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "shri", "smt", "kumari");
    private static final Set<String> GIVEN =
            Set.of(
                    "rahul",
                    "amit",
                    "anil",
                    "sunil",
                    "ravi",
                    "vijay",
                    "raj",
                    "priya",
                    "neha",
                    "pooja",
                    "anita",
                    "sunita",
                    "rohit",
                    "rohan",
                    "suresh",
                    "ramesh",
                    "mahesh",
                    "rakesh",
                    "sanjay",
                    "ajay",
                    "deepak",
                    "manish",
                    "vikas",
                    "ankit",
                    "kavya",
                    "divya",
                    "sneha",
                    "arjun",
                    "karan",
                    "aditya",
                    "rajesh",
                    "mukesh",
                    "dinesh",
                    "ganesh",
                    "lakshmi",
                    "meena",
                    "geeta",
                    "sita",
                    "john",
                    "james",
                    "robert",
                    "michael",
                    "william",
                    "david",
                    "richard",
                    "joseph",
                    "thomas",
                    "charles",
                    "mary",
                    "patricia",
                    "jennifer",
                    "linda",
                    "elizabeth",
                    "susan",
                    "jessica",
                    "sarah",
                    "karen",
                    "nancy",
                    "chris",
                    "daniel",
                    "matthew",
                    "anthony",
                    "mark",
                    "paul",
                    "steven",
                    "andrew",
                    "kenneth",
                    "emma",
                    "olivia",
                    "sophie",
                    "tom",
                    "jack",
                    "sam",
                    "alex",
                    "anna",
                    "maria",
                    "peter",
                    "laura",
                    "kate",
                    "amy",
                    "ben",
                    "luke",
                    "mohammed",
                    "mohammad",
                    "ahmed",
                    "ali",
                    "fatima",
                    "imran",
                    "salim",
                    "singh",
                    "kumar",
                    "sharma",
                    "gupta",
                    "verma",
                    "patel",
                    "reddy",
                    "khan",
                    "das",
                    "nair",
                    "iyer");

    private Person() {}

    static boolean is(Board board, Named name) {
        int words = name.to() - name.from();
        if (TITLES.contains(board.token(name.from()).key())) {
            return true;
        }
        if (words > 3) {
            return false;
        }
        // "Chris D.": a name and an initial
        var last = board.token(name.to() - 1);
        if (words == 2 && last.length() == 1) {
            return true;
        }
        return GIVEN.contains(board.token(name.from()).key()) && !hasBusiness(board, name);
    }

    private static boolean hasBusiness(Board board, Named name) {
        for (int i = name.from() + 1; i < name.to(); i++) {
            if (!GIVEN.contains(board.token(i).key()) && board.isCommon(i)) {
                return true;
            }
        }
        return false;
    }
}
