// https://github.com/rs/cors#readme: one handler for each policy.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"github.com/rs/cors"
)

// list is a list of the policy, "*" being a list of one.
type list []string

func (l *list) UnmarshalJSON(data []byte) error {
	if string(data) == `"*"` {
		*l = list{"*"}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(l))
}

func (l list) has(value string) bool {
	for _, each := range l {
		if each == value {
			return true
		}
	}
	return false
}

type policy struct {
	AllowOrigins     list
	AllowCredentials bool
	AllowMethods     list
	AllowHeaders     list
	ExposeHeaders    list
	MaxAge           int
}

type assignment struct {
	policy
	Routes map[string]json.RawMessage
}

func decline(reason string) {
	fmt.Fprintln(os.Stderr, "CORSAC: not applicable:", reason)
	os.Exit(64)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func corsOf(own policy) *cors.Cors {
	if own.AllowMethods.has("*") {
		decline("rs/cors knows no wildcard for methods.")
	}
	if len(own.AllowOrigins) == 0 {
		decline("An empty list is every origin for rs/cors.")
	}
	options := cors.Options{
		AllowedOrigins:   own.AllowOrigins,
		AllowedMethods:   append([]string{"GET", "HEAD", "POST"}, own.AllowMethods...),
		AllowedHeaders:   own.AllowHeaders,
		ExposedHeaders:   own.ExposeHeaders,
		MaxAge:           own.MaxAge,
		AllowCredentials: own.AllowCredentials,
	}
	if len(own.AllowHeaders) == 0 {
		// An empty list is a few well-known headers, and this one is always added.
		options.AllowedHeaders = []string{"Origin"}
	}
	return cors.New(options)
}

func main() {
	var given assignment
	check(json.Unmarshal([]byte(os.Getenv("CORSAC_POLICY")), &given))
	application := newApplication()
	byPath := map[string]http.Handler{}
	for path, raw := range given.Routes {
		byPath[path] = application
		if string(raw) != "false" {
			var own policy
			check(json.Unmarshal(raw, &own))
			byPath[path] = corsOf(own).Handler(application)
		}
	}
	fallback := corsOf(given.policy).Handler(application)
	check(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if handler, ok := byPath[r.URL.Path]; ok {
			handler.ServeHTTP(w, r)
		} else {
			fallback.ServeHTTP(w, r)
		}
	})))
}
